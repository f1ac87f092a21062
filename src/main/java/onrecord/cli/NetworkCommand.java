package onrecord.cli;

import onrecord.format.ResultJson;
import onrecord.query.Network;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints who speaks about whom. */
@Command(
    name = "network",
    description = {
      "Prints who speaks about whom in the matching quotations, and in how many of them.",
      "Fields of the JSON: {\"quotations\", \"linked\", \"unattributed\", \"namingNobody\", \"pairs\","
          + " \"edges\": [{\"speaker\", \"about\", \"quotations\"}]}."
    })
final class NetworkCommand extends AskingCommand {

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Maximum number of pairs, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  NetworkCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    UsageException.requirePositive("--limit", limit);
    Search search = builder.build();
    return open -> {
      Network network = open.statistics().network(search, limit);
      print(() -> ResultJson.of(network), () -> print(network));
    };
  }

  private void print(Network network) {
    terminal()
        .line(
            Count.of(network.quotations(), "quotation")
                + ": "
                + network.linked()
                + " by a known speaker who names somebody, "
                + network.unattributed()
                + " by an unknown speaker who names somebody, "
                + network.namingNobody()
                + " that name nobody");
    if (network.edges().isEmpty()) {
      return;
    }
    terminal().line("");
    Table table = new Table(Table.Align.LEFT, Table.Align.LEFT, Table.Align.RIGHT);
    table.line("speaker", "about", "quotations");
    for (Network.Edge edge : network.edges()) {
      table.line(edge.speaker(), edge.about(), String.valueOf(edge.quotations()));
    }
    table.print(terminal());
    if (network.pairs() > network.edges().size()) {
      terminal().line("and " + Count.of(network.pairs() - network.edges().size(), "more pair"));
    }
  }
}
