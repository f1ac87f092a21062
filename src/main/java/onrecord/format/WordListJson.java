package onrecord.format;

import onrecord.query.WordList;

/** Writes the properties of lists of words as JSON. */
final class WordListJson {

  private WordListJson() {}

  static void write(JsonWriter json, WordList list) {
    SelectionJson.property(json, list.selection());
    json.object(
        "request",
        list.request(),
        request -> {
          json.property("size", request.size());
          json.property("minimum", request.minimum());
          json.strings("excluded", request.excluded().stream().sorted().toList());
          json.property("limit", request.limit());
        });
    json.property("quotations", list.quotations());
    json.property("words", list.words());
    json.property("found", list.found());
    json.objects(
        "entries",
        list.entries(),
        entry -> {
          json.property("text", entry.text());
          json.property("count", entry.count());
          json.property("perMillion", list.perMillion(entry));
          json.property("quotations", entry.quotations());
          json.property("articles", entry.articles());
        });
  }
}
