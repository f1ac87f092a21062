package onrecord.cli;

import onrecord.format.ResultJson;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows keywords in context. */
@Command(
    name = "concordance",
    description = {
      "Prints each place where the words asked for stand in a quotation, with the words around it.",
      "As JSON: {\"request\": {\"width\", \"order\", \"limit\"}, \"quotations\", \"matches\","
          + " \"lines\": [{\"left\", \"match\", \"right\", \"place\": {\"start\", \"end\"},"
          + " \"quotation\", \"article\"}]}. Quotations and articles are as in search; places are"
          + " code points into a quotation's text."
    })
final class ConcordanceCommand extends AskingCommand {

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "How many words are shown on each side; 8 if not given.")
  private int width = ConcordanceRequest.DEFAULT_WIDTH;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description =
          "Sort by the words on the left, by those on the right, by date or by speaker:"
              + " ${COMPLETION-CANDIDATES}; LEFT if not given.")
  private ConcordanceOrder order = ConcordanceOrder.LEFT;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many lines are printed, 1 or more; 100 if not given.")
  private int limit = ConcordanceRequest.DEFAULT_LIMIT;

  ConcordanceCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    Search search = builder.build();
    ConcordanceRequest request = new ConcordanceRequest(width, order, limit);
    return open -> {
      Concordance concordance = open.statistics().concordance(search, request);
      print(() -> ResultJson.of(concordance, open::article), () -> print(concordance));
    };
  }

  private void print(Concordance concordance) {
    int shown = concordance.lines().size();
    terminal()
        .line(
            Count.of(concordance.matches(), "place")
                + " in "
                + Count.of(concordance.quotations(), "quotation")
                + (shown == concordance.matches() ? "" : ", of which " + shown + " are shown"));
    if (shown == 0) {
      return;
    }
    terminal().line("");
    Table table =
        new Table(Table.Align.RIGHT, Table.Align.LEFT, Table.Align.LEFT, Table.Align.LEFT);
    for (Concordance.Line line : concordance.lines()) {
      table.line(
          line.left(),
          "[" + line.match() + "]",
          line.right(),
          line.article().published().map(p -> p.day() + " ").orElse("")
              + line.quotation().speaker().name());
    }
    table.print(terminal());
  }
}
