package onrecord.format;

import java.util.Set;
import onrecord.query.WordList;
import onrecord.query.WordListRequest;

/** Writes the properties of lists of words as JSON and reads them. */
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

  static WordList read(JsonObject json) {
    JsonObject request = json.object("request");
    return new WordList(
        SelectionJson.read(json.object("selection")),
        new WordListRequest(
            request.integer("size"),
            request.longInteger("minimum"),
            Set.copyOf(request.strings("excluded")),
            request.integer("limit")),
        json.longInteger("quotations"),
        json.longInteger("words"),
        json.integer("found"),
        json.objects("entries")
            .map(entry ->
                new WordList.Entry(
                    entry.string("text"),
                    entry.longInteger("count"),
                    entry.longInteger("quotations"),
                    entry.longInteger("articles")))
            .toList());
  }
}
