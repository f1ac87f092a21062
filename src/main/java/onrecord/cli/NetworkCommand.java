package onrecord.cli;

import onrecord.query.Network;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Shows who speaks about whom. */
@Command(
    name = "network",
    description = {
      "Prints who speaks about whom in the quotations that match, and in how many.",
      "As JSON: {\"quotations\", \"linked\", \"unattributed\", \"namingNobody\", \"pairs\","
          + " \"edges\": [{\"speaker\", \"about\", \"quotations\"}]}."
    })
final class NetworkCommand extends AskingCommand {

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many pairs are printed, 1 or more; 20 if not given.")
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
      print(out -> write(out, network), () -> print(network));
    };
  }

  private void print(Network network) {
    terminal()
        .line(
            Count.of(network.quotations(), "quotation")
                + ": "
                + network.linked()
                + " of a known speaker who names somebody, "
                + network.unattributed()
                + " of an unknown one who does, "
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

  private static void write(JsonGenerator out, Network network) {
    out.writeNumberProperty("quotations", network.quotations());
    out.writeNumberProperty("linked", network.linked());
    out.writeNumberProperty("unattributed", network.unattributed());
    out.writeNumberProperty("namingNobody", network.namingNobody());
    out.writeNumberProperty("pairs", network.pairs());
    out.writeArrayPropertyStart("edges");
    for (Network.Edge edge : network.edges()) {
      out.writeStartObject();
      out.writeStringProperty("speaker", edge.speaker());
      out.writeStringProperty("about", edge.about());
      out.writeNumberProperty("quotations", edge.quotations());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
