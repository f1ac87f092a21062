package onrecord.format;

import java.util.stream.Stream;
import onrecord.query.CorpusParts;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.OwnField;
import onrecord.query.TimeStep;

/** Writes the properties of dispersions as JSON and reads them. */
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

  static Dispersion read(JsonObject json) {
    JsonObject request = json.object("request");
    return new Dispersion(
        SelectionJson.read(json.object("selection")),
        new DispersionRequest(QueryJson.read(request.object("query", "of")), parts(request)),
        json.longInteger("quotations"),
        json.objects("parts")
            .map(part ->
                new Dispersion.Part(
                    part.string("name"), part.longInteger("words"), part.longInteger("places")))
            .toList());
  }

  /** {@return the parts with a name as {@link CorpusParts#name} returns it} */
  private static CorpusParts parts(JsonObject json) {
    String name = json.string("parts");
    if (name.equals(new CorpusParts.Articles().name())) {
      return new CorpusParts.Articles();
    }
    Stream<Facet> dates =
        Stream.concat(Stream.of(Facet.values()).filter(Facet::isDate), ownFieldBeforeColon(name));
    return Stream.concat(
            Facet.of(name).filter(facet -> !facet.isDate()).map(CorpusParts.Values::new).stream(),
            dates.flatMap(date ->
                Stream.of(TimeStep.values()).map(step -> new CorpusParts.Periods(date, step))))
        .filter(parts -> parts.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            json.wrong(
                "parts", "article, a facet, or dates such as said_month or article.filed:month"));
  }

  private static Stream<Facet> ownFieldBeforeColon(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? Stream.empty()
        : Facet.of(name.substring(0, colon)).filter(OwnField.class::isInstance).stream();
  }
}
