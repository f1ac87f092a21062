package onrecord.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.model.Published;
import onrecord.query.Wordings;
import onrecord.query.Wordings.Wording;
import onrecord.query.WordingsRequest;

/** Writes the properties of wordings as JSON and reads them. */
final class WordingsJson {

  private WordingsJson() {}

  static void write(JsonWriter json, Wordings wordings, ArticleTexts articles) throws IOException {
    SelectionJson.property(json, wordings.selection());
    json.object(
        "request",
        wordings.request(),
        request -> {
          json.property("similarity", request.similarity());
          json.property("minimum", request.minimum());
          json.property("words", request.words());
          json.property("limit", request.limit());
          json.property("occurrences", request.occurrences());
          json.property("quotation", request.quotation());
        });
    json.property("quotations", wordings.quotations());
    json.property("total", wordings.total());
    json.property("found", wordings.found());
    json.objects("wordings", wordings.wordings(), wording -> wording(json, wording, articles));
  }

  private static void wording(JsonWriter json, Wording wording, ArticleTexts articles)
      throws IOException {
    json.property("quotations", wording.quotations());
    json.property("articles", wording.articles());
    FacetsJson.counts(json, "speakers", wording.speakers());
    FacetsJson.counts(json, "outlets", wording.outlets());
    FacetsJson.counts(json, "days", wording.days());
    json.property("first", wording.first().article().published());
    json.property("last", wording.last());
    json.objects(
        "occurrences",
        wording.occurrences(),
        occurrence ->
            HitJson.quotation(json, occurrence.quotation(), occurrence.article(), articles));
  }

  static Wordings read(JsonObject json, HitReading hits) throws IOException {
    JsonObject request = json.object("request");
    List<Wording> wordings = new ArrayList<>();
    for (JsonObject wording : json.objects("wordings").toList()) {
      wordings.add(wording(wording, hits));
    }
    return new Wordings(
        SelectionJson.read(json.object("selection")),
        new WordingsRequest(
            request.number("similarity"),
            request.longInteger("minimum"),
            request.integer("words"),
            request.integer("limit"),
            request.integer("occurrences"),
            request.optionalString("quotation")),
        json.longInteger("quotations"),
        json.longInteger("total"),
        json.longInteger("found"),
        wordings);
  }

  private static Wording wording(JsonObject json, HitReading hits) throws IOException {
    return new Wording(
        json.longInteger("quotations"),
        json.longInteger("articles"),
        FacetsJson.counts(json, "speakers"),
        FacetsJson.counts(json, "outlets"),
        FacetsJson.counts(json, "days"),
        json.optionalString("last").map(Published::parse),
        hits.occurrences(json));
  }
}
