package onrecord.format;

import java.util.ArrayList;
import java.util.List;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;

/** Writes the counts of facets as JSON and reads them. */
final class FacetsJson {

  private FacetsJson() {}

  /** Writes a property for each facet, with its values. */
  static void write(JsonWriter json, List<FacetCounts> facets) {
    FacetNames names = new FacetNames();
    for (FacetCounts counts : facets) {
      counts(json, names.next(counts.request()), counts.counts());
    }
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

  /** Writes the request that counts answer, and what was counted. */
  static void request(JsonWriter json, FacetCounts counts) {
    SearchJson.facet(json, counts.request());
    json.property("quotations", counts.quotations());
    json.property("articles", counts.articles());
    json.property("values", counts.values());
  }

  /** Reads the properties "facets" and "facetRequests" of a result. */
  static List<FacetCounts> read(JsonObject json) {
    JsonObject facets = json.object("facets");
    FacetNames names = new FacetNames();
    List<FacetCounts> all = new ArrayList<>();
    for (JsonObject counted : json.objects("facetRequests").toList()) {
      FacetRequest request = SearchJson.request(counted);
      all.add(
          new FacetCounts(
              request,
              counted.longInteger("quotations"),
              counted.longInteger("articles"),
              counted.integer("values"),
              counts(facets, names.next(request))));
    }
    return all;
  }

  /** Reads the counts of the values of a facet. */
  static List<FacetCount> counts(JsonObject json, String name) {
    return json.objects(name)
        .map(count ->
            new FacetCount(
                count.string("value"), count.longInteger("count"), count.longInteger("articles")))
        .toList();
  }
}
