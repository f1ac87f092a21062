package onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.model.Published;
import onrecord.query.FacetCount;
import onrecord.query.Occurrence;
import onrecord.query.Search;
import onrecord.query.Wordings;
import onrecord.query.Wordings.Wording;
import onrecord.query.WordingsRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the wordings that are repeated in several articles. */
@Command(
    name = "wordings",
    description = {
      "Prints the quotations that are nearly the same in several articles as one wording: who said it"
          + " first, the speakers that it is attributed to, and how it spread over outlets and"
          + " days. Those in the most articles come first.",
      "Two quotations belong together if they have the same words, or if they share at least two"
          + " sequences of three words, and the proportion of --similarity of all such sequences in"
          + " both (their resemblance, Broder 1997).",
      "Fields of the JSON: {\"selection\", \"request\": {\"similarity\", \"minimum\", \"words\", \"limit\","
          + " \"occurrences\", \"quotation\"}, \"quotations\", \"total\", \"found\", \"wordings\":"
          + " [{\"quotations\", \"articles\", \"speakers\": [{\"value\", \"count\", \"articles\"}],"
          + " \"outlets\", \"days\", \"first\", \"last\", \"occurrences\": [{\"quotation\","
          + " \"article\"}]}]}. Outlets and days are like speakers; total is the number of all"
          + " wordings, found of those in enough articles and words. CSV and TSV have a row for each occurrence."
    })
final class WordingsCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--of",
      paramLabel = "ID",
      description =
          "Print only the wording of the quotation with this id, in however few articles and words.")
  private @Nullable String quotation;

  @Option(
      names = "--similarity",
      converter = Proportion.class,
      paramLabel = "X",
      description =
          "Minimum similarity of two quotations, more than 0 and at most 1. Default:"
              + " ${DEFAULT-VALUE}.")
  private double similarity = WordingsRequest.DEFAULT_SIMILARITY;

  @Option(
      names = "--minimum",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description =
          "Minimum number of articles that a wording occurs in, at least 1. Default:"
              + " ${DEFAULT-VALUE}.")
  private int minimum = (int) WordingsRequest.DEFAULT_MINIMUM;

  @Option(
      names = "--words",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description =
          "Minimum number of words of the first quotation of a wording, at least 1. Default:"
              + " ${DEFAULT-VALUE}.")
  private int words = 1;

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Maximum number of wordings, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = WordingsRequest.DEFAULT_LIMIT;

  @Option(
      names = "--occurrences",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description =
          "Maximum number of occurrences of each wording, at least 1; the first are printed."
              + " Default: ${DEFAULT-VALUE}.")
  private int occurrences = WordingsRequest.DEFAULT_OCCURRENCES;

  WordingsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    WordingsRequest request =
        new WordingsRequest(
            similarity, minimum, words, limit, occurrences, Optional.ofNullable(quotation));
    return open -> {
      Wordings wordings = open.statistics().wordings(search, request);
      return new Result(
          out -> print(out, wordings),
          () -> ResultJson.of(wordings, open::article),
          ResultTable.of(wordings)::write);
    };
  }

  private static void print(Terminal out, Wordings wordings) {
    int shown = wordings.wordings().size();
    out.line(
        Count.of(wordings.total(), "wording")
            + " of "
            + Count.of(wordings.quotations(), "quotation")
            + Base.of(wordings.selection()));
    if (wordings.request().quotation().isEmpty()) {
      out.line(
          wordings.found()
              + " in "
              + Count.of(wordings.request().minimum(), "article")
              + " or more"
              + (wordings.request().words() > 1
                  ? " and " + wordings.request().words() + " words or more"
                  : "")
              + (shown == wordings.found() ? "" : ", " + shown + " of them shown"));
    }
    int number = 1;
    for (Wording wording : wordings.wordings()) {
      out.line("");
      print(out, number++, wording);
    }
  }

  private static void print(Terminal out, int number, Wording wording) {
    ResultPrinter printer = new ResultPrinter(out);
    printer.quotation(number, wording.first().quotation(), List.of());
    List<String> parts = new ArrayList<>();
    parts.add(Count.of(wording.quotations(), "quotation"));
    parts.add(Count.of(wording.articles(), "article"));
    parts.add(Count.of(wording.knownOutlets(), "outlet"));
    wording
        .last()
        .ifPresent(last ->
            parts.add(
                wording.first().article().published().map(first -> first.day() + " to ").orElse("")
                    + last.day()));
    printer.aside(String.join(" \u00b7 ", parts));
    if (wording.speakers().size() > 1) {
      printer.aside("attributed to " + list(wording.speakers()));
    }
    occurrences(out, wording);
    if (wording.quotations() > wording.occurrences().size()) {
      printer.aside("and " + (wording.quotations() - wording.occurrences().size()) + " more");
    }
  }

  private static String list(List<FacetCount> counts) {
    return counts.stream()
        .map(count -> count.value() + " (" + Count.of(count.articles(), "article") + ")")
        .collect(Collectors.joining(", "));
  }

  private static void occurrences(Terminal out, Wording wording) {
    Table table =
        new Table(
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.WHOLE);
    for (Occurrence occurrence : wording.occurrences()) {
      table.line(
          "  ",
          occurrence.article().published().map(Published::toString).orElse("(unknown)"),
          occurrence.article().outlet().orElse("(unknown)"),
          occurrence.quotation().speaker().name(),
          occurrence.quotation().id());
    }
    table.print(out);
  }
}
