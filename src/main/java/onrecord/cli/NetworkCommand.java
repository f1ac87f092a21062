package onrecord.cli;

import java.util.Set;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.Network;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints who speaks about whom. */
@Command(
    name = "network",
    description = {
      "Prints who speaks about whom in the matching quotations, and in how many of them.",
      "With --format graphml or --format gexf, prints a directed graph for programs such as Gephi.",
      "Fields of the JSON: {\"selection\", \"quotations\", \"linked\", \"unattributed\", \"namingNobody\", \"pairs\","
          + " \"edges\": [{\"speaker\", \"about\", \"quotations\"}]}."
    })
final class NetworkCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Maximum number of pairs, at least 1. Default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  NetworkCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Set<ResultFormat> formats() {
    return ResultFormat.ofGraphs();
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    return open -> {
      Network network = open.statistics().network(search, limit);
      return new Result(
          out -> print(out, network),
          () -> ResultJson.of(network),
          ResultTable.of(network)::write,
          (format, out) -> format.write(network, out));
    };
  }

  private static void print(Terminal out, Network network) {
    out.line(
        Count.of(network.quotations(), "quotation")
            + Base.of(network.selection())
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
    out.line("");
    Table table = new Table(Table.Align.LEFT, Table.Align.LEFT, Table.Align.RIGHT);
    table.line("speaker", "about", "quotations");
    for (Network.Edge edge : network.edges()) {
      table.line(edge.speaker(), edge.about(), String.valueOf(edge.quotations()));
    }
    table.print(out);
    if (network.pairs() > network.edges().size()) {
      out.line("and " + Count.of(network.pairs() - network.edges().size(), "more pair"));
    }
  }
}
