package onrecord.format;

import onrecord.query.Citation;

/**
 * Writes citations as JSON and reads them back, equal to the original. Stateless, thread-safe.
 *
 * <p>A citation is
 *
 * <pre>{@code
 * {"query": {"type": "words", "text": "old bridge", ...},
 *  "filters": {"speaker": ["Ada Holm"], "outlet": ["The Courier", "The Echo"]},
 *  "kinds": ["DIRECT", "MIXED"], "distinct": false, "quotations": 12, "articles": 7, "checksum": "...", "content": "...",
 *  "snapshot": "...", "format": 2, "extractor": "1"}
 * }</pre>
 *
 * <p>where the query is as in {@link QueryJson}, and the names of the filters are those of facets
 * in the query syntax.
 */
public final class CitationJson {

  private CitationJson() {}

  /** {@return a citation as an object on one line} */
  public static String write(Citation citation) {
    return JsonWriter.line(json -> write(json, citation));
  }

  /**
   * Reads a citation.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not a citation; the message states
   *     what was expected
   */
  public static Citation read(String json) {
    return read(JsonObject.parse("citation", json));
  }

  private static void write(JsonWriter json, Citation citation) {
    SelectionJson.write(json, citation.selection());
    json.property("quotations", citation.quotations());
    json.property("articles", citation.articles());
    json.property("checksum", citation.checksum());
    json.property("content", citation.content());
    json.property("snapshot", citation.snapshot());
    json.property("format", citation.format());
    json.property("extractor", citation.extractor());
  }

  private static Citation read(JsonObject json) {
    Citation citation =
        new Citation(
            SelectionJson.read(json),
            json.longInteger("quotations"),
            json.longInteger("articles"),
            json.string("checksum"),
            json.string("content"),
            json.string("snapshot"),
            json.integer("format"),
            json.string("extractor"));
    json.requireAllRead();
    return citation;
  }
}
