package onrecord.cli;

import java.util.List;
import java.util.Locale;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.Collocates;
import onrecord.query.CollocatesRequest;
import onrecord.query.Collocation;
import onrecord.query.CollocationMeasure;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the collocates of a query. */
@Command(
    name = "collocates",
    description = {
      "Prints the words that occur near a word, phrase or pattern more often than elsewhere in the"
          + " matching quotations: how often, how often that is expected, the log-likelihood ratio G2"
          + " (Dunning 1993), the log ratio (Hardie 2014) and logDice (Rychl\u00fd 2008).",
      "The corpus is the matching quotations without the words of --of; a word that is near several"
          + " of these counts once. What is expected is the share of all words that are near, times"
          + " the total of the word.",
      "Fields of the JSON: {\"selection\", \"request\": {\"of\", \"window\": {\"left\", \"right\"},"
          + " \"minimum\", \"measure\", \"limit\"}, \"quotations\", \"places\", \"windowWords\","
          + " \"words\", \"found\", \"collocates\": [{\"word\", \"count\", \"total\", \"expected\","
          + " \"g2\", \"logRatio\", \"logDice\"}]}."
    })
final class CollocatesCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();
  @Mixin private final OfOption of = new OfOption();

  @Option(
      names = "--left",
      converter = WholeNumber.NotNegative.class,
      paramLabel = "N",
      description = "Number of words before a match that are near. Default: ${DEFAULT-VALUE}.")
  private int left = CollocatesRequest.DEFAULT_WIDTH;

  @Option(
      names = "--right",
      converter = WholeNumber.NotNegative.class,
      paramLabel = "N",
      description = "Number of words after a match that are near. Default: ${DEFAULT-VALUE}.")
  private int right = CollocatesRequest.DEFAULT_WIDTH;

  @Option(
      names = "--minimum",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Minimum number of occurrences near a match. Default: ${DEFAULT-VALUE}.")
  private int minimum = 2;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description =
          "What the collocates are sorted by: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private CollocationMeasure measure = CollocationMeasure.G2;

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Maximum number of words, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = CollocatesRequest.DEFAULT_LIMIT;

  CollocatesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<Search> searches() {
    Search search = search().build();
    return List.of(search, search.and(of.query()));
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    CollocatesRequest request =
        new CollocatesRequest(
            of.query(), new CollocatesRequest.Window(left, right), minimum, measure, limit);
    return open -> {
      Collocates collocates = open.statistics().collocates(search, request);
      return new Result(
          out -> print(out, collocates),
          () -> ResultJson.of(collocates),
          ResultTable.of(collocates)::write);
    };
  }

  private static void print(Terminal out, Collocates collocates) {
    out.line(
        Count.of(collocates.places(), "place")
            + " in "
            + Count.of(collocates.quotations(), "quotation")
            + Base.of(collocates.selection()));
    out.line(
        collocates.windowWords()
            + " of "
            + Count.of(collocates.words(), "other word")
            + " near them");
    if (collocates.collocates().isEmpty()) {
      return;
    }
    out.line("");
    table(collocates).print(out);
    if (collocates.found() > collocates.collocates().size()) {
      out.line("and " + (collocates.found() - collocates.collocates().size()) + " more");
    }
  }

  private static Table table(Collocates collocates) {
    Table table =
        new Table(
            Table.Align.LEFT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT);
    table.line("word", "count", "expected", "total", "G2", "log ratio", "logDice");
    for (Collocates.Collocate collocate : collocates.collocates()) {
      Collocation measures = collocates.collocation(collocate);
      table.line(
          collocate.word(),
          String.valueOf(collocate.count()),
          rounded(measures.expected()),
          String.valueOf(collocate.total()),
          rounded(measures.g2()),
          measures.logRatio().isEmpty() ? "" : rounded(measures.logRatio().getAsDouble()),
          rounded(measures.logDice()));
    }
    return table;
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
