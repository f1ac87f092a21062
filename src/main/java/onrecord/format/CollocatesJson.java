package onrecord.format;

import onrecord.query.Collocates;
import onrecord.query.CollocatesRequest;
import onrecord.query.Collocation;
import onrecord.query.CollocationMeasure;

/** Writes the properties of collocates as JSON and reads them. */
final class CollocatesJson {

  private CollocatesJson() {}

  static void write(JsonWriter json, Collocates collocates) {
    SelectionJson.property(json, collocates.selection());
    json.object("request", collocates.request(), request -> request(json, request));
    json.property("quotations", collocates.quotations());
    json.property("places", collocates.places());
    json.property("windowWords", collocates.windowWords());
    json.property("words", collocates.words());
    json.property("found", collocates.found());
    json.objects(
        "collocates",
        collocates.collocates(),
        collocate -> {
          Collocation measures = collocates.collocation(collocate);
          json.property("word", collocate.word());
          json.property("count", collocate.count());
          json.property("total", collocate.total());
          json.property("expected", measures.expected());
          json.property("g2", measures.g2());
          json.property("logRatio", measures.logRatio());
          json.property("logDice", measures.logDice());
        });
  }

  private static void request(JsonWriter json, CollocatesRequest request) {
    json.object("of", request.of(), query -> QueryJson.write(json, query));
    json.object(
        "window",
        request.window(),
        window -> {
          json.property("left", window.left());
          json.property("right", window.right());
        });
    json.property("minimum", request.minimum());
    json.property("measure", request.measure().name());
    json.property("limit", request.limit());
  }

  static Collocates read(JsonObject json) {
    JsonObject request = json.object("request");
    JsonObject window = request.object("window");
    return new Collocates(
        SelectionJson.read(json.object("selection")),
        new CollocatesRequest(
            QueryJson.read(request.object("query", "of")),
            new CollocatesRequest.Window(window.integer("left"), window.integer("right")),
            request.longInteger("minimum"),
            request.named("measure", CollocationMeasure.class),
            request.integer("limit")),
        json.longInteger("quotations"),
        json.longInteger("places"),
        json.longInteger("windowWords"),
        json.longInteger("words"),
        json.integer("found"),
        json.objects("collocates")
            .map(collocate ->
                new Collocates.Collocate(
                    collocate.string("word"),
                    collocate.longInteger("count"),
                    collocate.longInteger("total")))
            .toList());
  }
}
