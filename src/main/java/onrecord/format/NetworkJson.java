package onrecord.format;

import onrecord.query.Network;

/** Writes the properties of networks as JSON and reads them. */
final class NetworkJson {

  private NetworkJson() {}

  static void write(JsonWriter json, Network network) {
    SelectionJson.property(json, network.selection());
    json.property("quotations", network.quotations());
    json.property("linked", network.linked());
    json.property("unattributed", network.unattributed());
    json.property("namingNobody", network.namingNobody());
    json.property("pairs", network.pairs());
    json.objects(
        "edges",
        network.edges(),
        edge -> {
          json.property("speaker", edge.speaker());
          json.property("about", edge.about());
          json.property("quotations", edge.quotations());
        });
  }

  static Network read(JsonObject json) {
    return new Network(
        SelectionJson.read(json.object("selection")),
        json.longInteger("quotations"),
        json.longInteger("linked"),
        json.longInteger("unattributed"),
        json.longInteger("namingNobody"),
        json.integer("pairs"),
        json.objects("edges")
            .map(edge ->
                new Network.Edge(
                    edge.string("speaker"), edge.string("about"), edge.longInteger("quotations")))
            .toList());
  }
}
