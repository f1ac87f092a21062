package onrecord.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.Search;
import onrecord.query.WordList;
import onrecord.query.WordListRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the most frequent words or sequences of words. */
@Command(
    name = "words",
    description = {
      "Prints the most frequent words of the matching quotations, or their most frequent sequences"
          + " of consecutive words (n-grams), with the number of occurrences, that per million words,"
          + " and the numbers of quotations and articles that contain them. Case and accents make no"
          + " difference.",
      "Fields of the JSON: {\"selection\", \"request\": {\"size\", \"minimum\", \"excluded\","
          + " \"limit\"}, \"quotations\", \"words\", \"found\", \"entries\": [{\"text\", \"count\","
          + " \"perMillion\", \"quotations\", \"articles\"}]}."
    })
final class WordsCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--size",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description =
          "Number of words in a sequence, 1 to "
              + WordListRequest.MAX_SIZE
              + ". Default: ${DEFAULT-VALUE}.")
  private int size = 1;

  @Option(
      names = "--minimum",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Minimum number of occurrences. Default: ${DEFAULT-VALUE}.")
  private int minimum = 2;

  @Option(
      names = "--exclude",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "WORDS",
      description =
          "Leave out these words, and sequences with one of them; separated by spaces, and may be"
              + " repeated.")
  private List<String> excluded = List.of();

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Maximum number of lines, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = WordListRequest.DEFAULT_LIMIT;

  WordsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    WordListRequest request = new WordListRequest(size, minimum, Set.copyOf(excluded), limit);
    return open -> {
      WordList list = open.statistics().words(search, request);
      return new Result(
          out -> print(out, list), () -> ResultJson.of(list), ResultTable.of(list)::write);
    };
  }

  private static void print(Terminal out, WordList list) {
    out.line(
        Count.of(list.words(), "word")
            + " in "
            + Count.of(list.quotations(), "quotation")
            + Base.of(list.selection()));
    if (list.entries().isEmpty()) {
      return;
    }
    out.line("");
    Table table =
        new Table(
            Table.Align.LEFT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT);
    table.line(
        list.request().size() == 1 ? "word" : "words",
        "count",
        "per million",
        "quotations",
        "articles");
    for (WordList.Entry entry : list.entries()) {
      table.line(
          entry.text(),
          String.valueOf(entry.count()),
          String.format(Locale.ROOT, "%.0f", list.perMillion(entry)),
          String.valueOf(entry.quotations()),
          String.valueOf(entry.articles()));
    }
    table.print(out);
    if (list.found() > list.entries().size()) {
      out.line("and " + (list.found() - list.entries().size()) + " more");
    }
  }
}
