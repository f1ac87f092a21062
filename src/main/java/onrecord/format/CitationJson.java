package onrecord.format;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import onrecord.query.Citation;
import onrecord.query.Facet;
import tools.jackson.core.JsonGenerator;

/**
 * Writes citations as JSON and reads them back equal. Stateless, thread-safe.
 *
 * <p>A citation is
 *
 * <pre>{@code
 * {"query": {"type": "words", "text": "old bridge", ...},
 *  "filters": {"speaker": ["Ada Holm"], "outlet": ["The Courier", "The Echo"]},
 *  "indirect": false, "quotations": 12, "articles": 7, "checksum": "...", "content": "...",
 *  "snapshot": "...", "format": 2, "extractor": "1"}
 * }</pre>
 *
 * <p>with the query in the form of {@link QueryJson}, and the filters by the names of the facets'
 * constants in lower case.
 */
public final class CitationJson {

  private CitationJson() {}

  /** {@return a citation as an object on one line} */
  public static String write(Citation citation) {
    return QuotationJson.write(json -> write(json, citation));
  }

  /**
   * Reads a citation.
   *
   * @throws IllegalArgumentException if the text is no JSON, or no citation; the message tells what
   *     was expected
   */
  public static Citation read(String json) {
    return read(JsonObject.parse("citation", json));
  }

  private static void write(JsonGenerator json, Citation citation) {
    json.writeStartObject();
    json.writeName("query");
    QueryJson.write(json, citation.query());
    json.writeObjectPropertyStart("filters");
    citation
        .filters()
        .forEach((facet, values) -> {
          json.writeArrayPropertyStart(JsonObject.name(facet));
          values.forEach(json::writeString);
          json.writeEndArray();
        });
    json.writeEndObject();
    json.writeBooleanProperty("indirect", citation.indirect());
    json.writeNumberProperty("quotations", citation.quotations());
    json.writeNumberProperty("articles", citation.articles());
    json.writeStringProperty("checksum", citation.checksum());
    json.writeStringProperty("content", citation.content());
    json.writeStringProperty("snapshot", citation.snapshot());
    json.writeNumberProperty("format", citation.format());
    json.writeStringProperty("extractor", citation.extractor());
    json.writeEndObject();
  }

  private static Citation read(JsonObject json) {
    Citation citation =
        new Citation(
            QueryJson.read(json.object("query", "query")),
            filters(json.object("filter", "filters")),
            json.yes("indirect"),
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

  private static Map<Facet, Set<String>> filters(JsonObject json) {
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      json.optionalStrings(JsonObject.name(facet))
          .ifPresent(values -> filters.put(facet, Set.copyOf(values)));
    }
    json.requireAllRead();
    return filters;
  }
}
