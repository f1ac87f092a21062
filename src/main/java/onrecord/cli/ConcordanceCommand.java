package onrecord.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.ConcordanceText;
import onrecord.query.Search;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints keywords in context. */
@Command(
    name = "concordance",
    description = {
      "Prints each match of the query in the words of a quotation, with the words around it.",
      "Fields of the JSON: {\"selection\", \"request\": {\"width\", \"order\", \"groupedBy\","
          + " \"text\", \"limit\"}, \"quotations\", \"matches\", \"groups\": [{\"values\", \"matches\"}],"
          + " \"lines\": [{\"left\", \"match\", \"right\", \"group\", \"place\": {\"start\", \"end\"},"
          + " \"quotation\", \"article\"}]}. Quotations and articles are as in search; a place"
          + " is in Unicode code points from the start of the quotation's text."
    })
final class ConcordanceCommand extends StatisticCommand {

  private static final int ROOM_FOR_IDS = 120;

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--width",
      converter = WholeNumber.NotNegative.class,
      paramLabel = "N",
      description = "Number of words on each side. Default: ${DEFAULT-VALUE}.")
  private int width = ConcordanceRequest.DEFAULT_WIDTH;

  @Option(
      names = "--sort",
      split = ",",
      converter = ConcordanceKeyArgument.class,
      paramLabel = "KEY",
      description =
          "What the lines are sorted by, the first key first: left or right for all words on that"
              + " side, L1 or R2 for one word, match, date, speaker, outlet. Default: left.")
  private List<ConcordanceKey> order = List.of(ConcordanceOrder.LEFT);

  @Option(
      names = "--group",
      converter = WholeNumber.NotNegative.class,
      paramLabel = "N",
      description =
          "Put the lines with the same values of the first N keys under a heading, with the number of"
              + " all their places. A date is grouped by the day in UTC. Default: ${DEFAULT-VALUE}.")
  private int group;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "The text around a place: ${COMPLETION-CANDIDATES}. ARTICLE shows the words before and after"
              + " the quotation, too. Default: ${DEFAULT-VALUE}.")
  private ConcordanceText text = ConcordanceText.QUOTATION;

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Maximum number of lines, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = ConcordanceRequest.DEFAULT_LIMIT;

  @Option(
      names = "--ids",
      negatable = true,
      description = {
        "Print the id of each quotation in a column of its own, for the command show. Default: if"
            + " a line has at least "
            + ROOM_FOR_IDS
            + " characters; --no-ids leaves it out."
      })
  private @Nullable Boolean ids;

  ConcordanceCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    ConcordanceRequest request = new ConcordanceRequest(width, order, group, text, limit);
    return open -> {
      Concordance concordance = open.statistics().concordance(search, request);
      return new Result(
          out -> print(out, concordance),
          () -> ResultJson.of(concordance, open::article),
          ResultTable.of(concordance)::write);
    };
  }

  private void print(Terminal out, Concordance concordance) {
    int shown = concordance.lines().size();
    out.line(
        Count.of(concordance.matches(), "place")
            + " in "
            + Count.of(concordance.quotations(), "quotation")
            + Base.of(concordance.selection())
            + (shown == concordance.matches() ? "" : ", " + shown + " of them shown"));
    if (shown == 0) {
      return;
    }
    boolean hasIds = ids == null ? out.lineLimit() >= ROOM_FOR_IDS : ids;
    Map<List<String>, Long> matches = new HashMap<>();
    concordance.groups().forEach(of -> matches.put(of.values(), of.matches()));
    List<Concordance.Line> lines = concordance.lines();
    int start = 0;
    for (int i = 1; i <= shown; i++) {
      List<String> values = lines.get(start).group();
      if (i == shown || !lines.get(i).group().equals(values)) {
        out.line("");
        @Nullable Long all = matches.get(values);
        if (all != null) {
          out.line(heading(values) + ": " + Count.of(all, "place"));
        }
        print(out, lines.subList(start, i), hasIds);
        start = i;
      }
    }
  }

  private static String heading(List<String> values) {
    return values.stream()
        .map(value -> value.isEmpty() ? "(none)" : value)
        .collect(Collectors.joining(", "));
  }

  private static void print(Terminal out, List<Concordance.Line> lines, boolean hasIds) {
    Table table =
        new Table(
            Table.Align.END,
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.WHOLE);
    for (Concordance.Line line : lines) {
      table.line(
          line.left(),
          "[" + line.match() + "]",
          line.right(),
          line.article().published().map(p -> p.day() + " ").orElse("")
              + line.quotation().speaker().name(),
          hasIds ? line.quotation().id() : "");
    }
    table.print(out);
  }
}
