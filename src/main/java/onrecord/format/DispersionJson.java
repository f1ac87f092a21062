package onrecord.format;

import onrecord.query.Dispersion;

/** Writes the properties of dispersions as JSON. */
final class DispersionJson {

  private DispersionJson() {}

  static void write(JsonWriter json, Dispersion dispersion) {
    SelectionJson.property(json, dispersion.selection());
    json.object(
        "request",
        dispersion.request(),
        request -> {
          json.object("of", request.of(), query -> QueryJson.write(json, query));
          json.property("parts", request.parts().name());
        });
    json.property("quotations", dispersion.quotations());
    json.property("words", dispersion.words());
    json.property("places", dispersion.places());
    json.property("range", dispersion.range());
    json.property("dp", dispersion.dp());
    json.property("dpNorm", dispersion.dpNorm());
    json.objects(
        "parts",
        dispersion.parts(),
        part -> {
          json.property("name", part.name());
          json.property("words", part.words());
          json.property("places", part.places());
          json.property("perMillion", part.perMillion());
        });
  }
}
