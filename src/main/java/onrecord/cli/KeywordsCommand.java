package onrecord.cli;

import java.util.List;
import java.util.Locale;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.KeywordSign;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the words that distinguish quotations from others. */
@Command(
    name = "keywords",
    description = {
      "Prints the words that distinguish the matching quotations from all others, by their"
          + " log-likelihood ratio G2 (Dunning 1993; Rayson and Garside 2000), with their log ratio"
          + " (Hardie 2014) and how often they occur in each.",
      "Fields of the JSON: {\"selection\", \"request\": {\"against\", \"sign\", \"minimum\","
          + " \"minimumG2\", \"limit\"}, \"quotations\", \"others\", \"words\", \"otherWords\", \"found\","
          + " \"keywords\": [{\"word\", \"count\", \"otherCount\", \"g2\", \"perMillion\", \"otherPerMillion\","
          + " \"logRatio\", \"percentDiff\"}]}."
    })
final class KeywordsCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Mixin private final AgainstOption against = new AgainstOption();

  @Option(
      names = "--sign",
      paramLabel = "SIGN",
      description =
          "Whether the words are more frequent in the matching quotations, or less:"
              + " ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private KeywordSign sign = KeywordSign.POSITIVE;

  @Option(
      names = "--minimum",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description =
          "Minimum number of occurrences of a word where it is more frequent: in the matching"
              + " quotations, or, with --sign negative, in the others. Default: ${DEFAULT-VALUE}.")
  private int minimum = 2;

  @Option(
      names = "--minimum-g2",
      converter = DecimalNumber.class,
      paramLabel = "G2",
      description =
          "Minimum log-likelihood ratio, such as 10.83 for a significance of 0.001. Default:"
              + " ${DEFAULT-VALUE}.")
  private double minimumG2;

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Maximum number of words, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = KeywordsRequest.DEFAULT_LIMIT;

  KeywordsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<Search> searches() {
    Search search = search().build();
    return against
        .query()
        .map(query -> List.of(search, Search.builder(query).kinds(search.kinds()).build()))
        .orElse(List.of(search));
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    KeywordsRequest request = new KeywordsRequest(against.query(), sign, minimum, minimumG2, limit);
    return open -> {
      Keywords keywords = open.statistics().keywords(search, request);
      return new Result(
          out -> print(out, keywords),
          () -> ResultJson.of(keywords),
          ResultTable.of(keywords)::write);
    };
  }

  private static void print(Terminal out, Keywords keywords) {
    out.line(
        Count.of(keywords.quotations(), "quotation")
            + Base.of(keywords.selection())
            + " with "
            + Count.of(keywords.words(), "word"));
    out.line(
        "compared with "
            + Count.of(keywords.others(), "other")
            + " with "
            + Count.of(keywords.otherWords(), "word")
            + (keywords.request().sign() == KeywordSign.NEGATIVE
                ? "; words that are rarer here"
                : ""));
    if (keywords.keywords().isEmpty()) {
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
    table.line("word", "G2", "log ratio", "count", "others");
    for (Keywords.Keyword word : keywords.keywords()) {
      table.line(
          word.word(),
          String.format(Locale.ROOT, "%.2f", word.g2()),
          String.format(Locale.ROOT, "%.2f", keywords.keyness(word).logRatio()),
          String.valueOf(word.count()),
          String.valueOf(word.otherCount()));
    }
    table.print(out);
    if (keywords.found() > keywords.keywords().size()) {
      out.line("and " + (keywords.found() - keywords.keywords().size()) + " more");
    }
  }
}
