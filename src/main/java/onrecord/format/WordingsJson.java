package onrecord.format;

import java.io.IOException;
import java.util.List;
import onrecord.query.FacetCount;
import onrecord.query.Wordings;
import onrecord.query.Wordings.Wording;

/** Writes the properties of wordings as JSON. */
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
    counts(json, "speakers", wording.speakers());
    counts(json, "outlets", wording.outlets());
    counts(json, "days", wording.days());
    json.property("first", wording.first().article().published());
    json.property("last", wording.last());
    json.objects(
        "occurrences",
        wording.occurrences(),
        occurrence ->
            HitJson.quotation(json, occurrence.quotation(), occurrence.article(), articles));
  }

  /** Writes the counts of the values of a facet. */
  static void counts(JsonWriter json, String name, List<FacetCount> counts) {
    json.objects(
        name,
        counts,
        count -> {
          json.property("value", count.value());
          json.property("count", count.quotations());
          json.property("articles", count.articles());
        });
  }
}
