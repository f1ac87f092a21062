package onrecord.report;

import static onrecord.report.Figures.count;

import java.util.List;
import onrecord.query.Network;

/** Draws who speaks about whom. */
final class NetworkChart {

  private NetworkChart() {}

  static Chart of(Network network) {
    Numbers numbers =
        new Numbers(
            List.of("Speaker", "About", "Quotations"),
            network.edges().stream()
                .map(edge -> List.of(edge.speaker(), edge.about(), count(edge.quotations())))
                .toList());
    String rest =
        count(network.linked())
            + " of "
            + count(network.quotations(), "quotation")
            + " have a known speaker and name somebody; "
            + count(network.unattributed())
            + " name somebody, but have no known speaker.";
    if (network.edges().isEmpty()) {
      String nothing = "No known speaker names anybody";
      return Chart.ofNothing(nothing, rest, numbers);
    }
    Network.Edge first = network.edges().get(0);
    int more = network.pairs() - network.edges().size();
    return new Chart(
        first.speaker()
            + " speaks about "
            + first.about()
            + " most often: "
            + count(first.quotations(), "quotation"),
        "Each cell shows the number of quotations in which the speaker of its row names the person"
            + " or organization of its column. "
            + rest
            + (more > 0 ? " Not shown: " + count(more, "less frequent pair") + "." : ""),
        numbers,
        new Matrix(network.edges()));
  }
}
