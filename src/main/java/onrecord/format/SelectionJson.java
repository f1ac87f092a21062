package onrecord.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onrecord.model.QuotationKind;
import onrecord.query.Facet;
import onrecord.query.Selection;

/**
 * Writes selections as properties of JSON objects and reads them back: {@code {"query": {...},
 * "filters": {"speaker": ["Ada Holm"]}, "kinds": ["DIRECT", "MIXED"], "distinct": false}}.
 */
final class SelectionJson {

  private SelectionJson() {}

  /** Writes a selection as one property of a result. */
  static void property(JsonWriter json, Selection selection) {
    json.object("selection", selection, value -> write(json, value));
  }

  /** Writes the properties of a selection. */
  static void write(JsonWriter json, Selection selection) {
    json.object("query", selection.query(), query -> QueryJson.write(json, query));
    json.object(
        "filters",
        selection.filters(),
        filters -> filters.forEach((facet, values) -> json.strings(facet.word(), values)));
    json.strings("kinds", selection.kinds().stream().map(Enum::name).toList());
    json.property("distinct", selection.distinct());
  }

  /** Reads the properties of a selection. */
  static Selection read(JsonObject json) {
    return new Selection(
        QueryJson.read(json.object("query", "query")),
        filters(json.object("filter", "filters")),
        kinds(json),
        json.bool("distinct"));
  }

  private static Set<QuotationKind> kinds(JsonObject json) {
    List<String> names =
        json.optionalStrings("kinds").orElseThrow(() -> json.wrong("kinds", "a list of kinds"));
    Set<QuotationKind> kinds = EnumSet.noneOf(QuotationKind.class);
    for (String name : names) {
      kinds.add(
          Selection.ALL_KINDS.stream()
              .filter(kind -> kind.name().equals(name))
              .findFirst()
              .orElseThrow(() -> json.wrong("kinds", "kinds of " + Selection.ALL_KINDS)));
    }
    return kinds;
  }

  private static Map<Facet, Set<String>> filters(JsonObject json) {
    Map<Facet, Set<String>> filters = new TreeMap<>(Facet.ORDER);
    for (String name : json.names()) {
      Facet.of(name)
          .ifPresent(facet ->
              json.optionalStrings(name)
                  .ifPresent(values -> filters.put(facet, Set.copyOf(values))));
    }
    json.requireAllRead();
    return filters;
  }
}
