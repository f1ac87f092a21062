package onrecord.cli;

import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
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
      "Fields of the JSON: {\"selection\", \"request\": {\"width\", \"order\", \"limit\"}, \"quotations\", \"matches\","
          + " \"lines\": [{\"left\", \"match\", \"right\", \"place\": {\"start\", \"end\"},"
          + " \"quotation\", \"article\"}]}. Quotations and articles are as in search; a place"
          + " is in Unicode code points from the start of the quotation's text."
    })
final class ConcordanceCommand extends TableCommand {

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
      paramLabel = "ORDER",
      description =
          "Sort by the words on the left, the words on the right, date or speaker:"
              + " ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ConcordanceOrder order = ConcordanceOrder.LEFT;

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
    ConcordanceRequest request = new ConcordanceRequest(width, order, limit);
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
    out.line("");
    boolean hasIds = ids == null ? out.lineLimit() >= ROOM_FOR_IDS : ids;
    Table table =
        new Table(
            Table.Align.END,
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.WHOLE);
    for (Concordance.Line line : concordance.lines()) {
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
