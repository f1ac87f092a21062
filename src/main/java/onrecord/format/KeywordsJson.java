package onrecord.format;

import onrecord.query.Keyness;
import onrecord.query.KeywordSign;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;

/** Writes the properties of keywords as JSON and reads them. */
final class KeywordsJson {

  private KeywordsJson() {}

  static void write(JsonWriter json, Keywords keywords) {
    SelectionJson.property(json, keywords.selection());
    json.object("request", keywords.request(), request -> request(json, request));
    json.property("quotations", keywords.quotations());
    json.property("others", keywords.others());
    json.property("words", keywords.words());
    json.property("otherWords", keywords.otherWords());
    json.property("found", keywords.found());
    json.objects(
        "keywords",
        keywords.keywords(),
        keyword -> {
          json.property("word", keyword.word());
          json.property("count", keyword.count());
          json.property("otherCount", keyword.otherCount());
          json.property("g2", keyword.g2());
          keyness(json, keywords.keyness(keyword));
        });
  }

  private static void request(JsonWriter json, KeywordsRequest request) {
    json.optionalObject("against", request.against(), query -> QueryJson.write(json, query));
    json.property("sign", request.sign().name());
    json.property("minimum", request.minimum());
    json.property("minimumG2", request.minimumG2());
    json.property("limit", request.limit());
  }

  private static void keyness(JsonWriter json, Keyness keyness) {
    json.property("perMillion", keyness.perMillion());
    json.property("otherPerMillion", keyness.otherPerMillion());
    json.property("logRatio", keyness.logRatio());
    json.property("percentDiff", keyness.percentDiff());
  }

  static Keywords read(JsonObject json) {
    return new Keywords(
        SelectionJson.read(json.object("selection")),
        request(json.object("request")),
        json.longInteger("quotations"),
        json.longInteger("others"),
        json.longInteger("words"),
        json.longInteger("otherWords"),
        json.integer("found"),
        json.objects("keywords")
            .map(keyword ->
                new Keywords.Keyword(
                    keyword.string("word"),
                    keyword.longInteger("count"),
                    keyword.longInteger("otherCount"),
                    keyword.number("g2")))
            .toList());
  }

  private static KeywordsRequest request(JsonObject json) {
    return new KeywordsRequest(
        json.optionalObject("query", "against").map(QueryJson::read),
        json.named("sign", KeywordSign.class),
        json.longInteger("minimum"),
        json.number("minimumG2"),
        json.integer("limit"));
  }
}
