package onrecord.format;

import java.time.Duration;
import java.util.Optional;
import onrecord.model.PartialDate;
import onrecord.query.CountedBy;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Order;
import onrecord.query.Scoring;
import onrecord.query.Search;
import onrecord.query.SearchLimits;

/**
 * Writes searches as JSON and reads them back, equal to the original, so that an application can
 * keep them or receive them from elsewhere. Stateless, thread-safe.
 *
 * <p>A search is
 *
 * <pre>{@code
 * {"selection": {"query": {...}, "filters": {...}, "kinds": [...], "distinct": false},
 *  "facets": [{"facet": "speaker", "limit": 10, "prefix": "", "order": "quotations"},
 *    {"facet": "published", "level": "month", "within": "2020"}],
 *  "sort": "relevance",
 *  "scoring": {"recency": {"day": "2024-06-30", "halfLife": 30}, "confidence": 0, "length": 0},
 *  "pageSize": 10, "highlight": true, "context": 1, "cursor": null, "partial": false,
 *  "limits": {"maxClauses": 1024, "maxStates": 10000, "seconds": 1.5}}
 * }</pre>
 *
 * <p>where the selection is as in {@link ResultJson}, and the order may be that of a field, such as
 * {@code article.reach:desc}. All properties but the selection may be omitted: the search then has
 * the default of {@link Search#builder(onrecord.query.Query)}.
 */
public final class SearchJson {

  private SearchJson() {}

  /** {@return a search as an object on one line} */
  public static String write(Search search) {
    return JsonWriter.line(json -> {
      SelectionJson.property(json, search.selection());
      json.objects("facets", search.facets(), request -> facet(json, request));
      json.property("sort", search.sort().word());
      json.object("scoring", search.scoring(), scoring -> scoring(json, scoring));
      json.property("pageSize", search.pageSize());
      json.property("highlight", search.highlight());
      if (search.context().isPresent()) {
        json.property("context", search.context().getAsInt());
      }
      json.property("cursor", search.cursor());
      json.property("partial", search.partial());
      json.object("limits", search.limits(), limits -> limits(json, limits));
    });
  }

  /** Writes the properties of a request for a facet. */
  static void facet(JsonWriter json, FacetRequest request) {
    json.property("facet", request.facet().word());
    switch (request) {
      case FacetRequest.Labels labels -> {
        json.property("limit", labels.limit());
        json.property("prefix", labels.prefix());
        json.property("order", JsonObject.name(labels.order()));
      }
      case FacetRequest.Dates dates -> {
        json.property("level", JsonObject.name(dates.level()));
        json.property("within", dates.within());
      }
    }
  }

  private static void scoring(JsonWriter json, Scoring scoring) {
    json.optionalObject(
        "recency",
        scoring.recency(),
        recency -> {
          json.property("day", recency.day().toString());
          json.property("halfLife", recency.halfLife());
        });
    json.property("confidence", scoring.confidence());
    json.property("length", scoring.length());
  }

  private static void limits(JsonWriter json, SearchLimits limits) {
    json.property("maxClauses", limits.maxClauses());
    json.property("maxStates", limits.maxStates());
    limits.time().ifPresent(time -> json.property("seconds", time.toNanos() / 1e9));
  }

  /**
   * Reads a search.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not a search; the message states
   *     what was expected
   */
  public static Search read(String json) {
    return read(JsonObject.parse("search", json));
  }

  private static Search read(JsonObject json) {
    JsonObject selection = json.object("selection", "selection");
    Search.Builder search = Search.builder(SelectionJson.read(selection));
    selection.requireAllRead();
    json.optionalObjects("facet", "facets").forEach(facet -> search.facet(facet(facet)));
    json.optionalString("sort").ifPresent(sort -> search.sort(order(json, sort)));
    json.optionalObject("scoring", "scoring").ifPresent(s -> search.scoring(scoring(s)));
    search.pageSize(json.integer("pageSize", Search.DEFAULT_PAGE_SIZE));
    json.optionalBool("highlight").ifPresent(search::highlight);
    json.optionalInteger("context").ifPresent(search::context);
    json.optionalString("cursor").ifPresent(search::cursor);
    json.optionalBool("partial").ifPresent(search::partial);
    json.optionalObject("limits", "limits").ifPresent(limits -> search.limits(limits(limits)));
    json.requireAllRead();
    return search.build();
  }

  private static Order order(JsonObject json, String sort) {
    return Order.of(sort).orElseThrow(() -> json.wrong("sort", Order.expected()));
  }

  private static FacetRequest facet(JsonObject json) {
    FacetRequest request = request(json);
    json.requireAllRead();
    return request;
  }

  /** Reads the properties of a request for a facet. */
  static FacetRequest request(JsonObject json) {
    Facet facet = Facet.parse(json.string("facet"));
    return facet.isDate() || (facet.mayBeDate() && json.names().contains("level"))
        ? new FacetRequest.Dates(
            facet,
            json.constant("level", DateLevel.class, DateLevel.YEAR),
            json.optionalString("within").map(PartialDate::parse))
        : FacetRequest.top(facet, json.integer("limit", FacetRequest.DEFAULT_LIMIT))
            .startingWith(json.optionalString("prefix").orElse(""))
            .orderedBy(json.constant("order", CountedBy.class, CountedBy.QUOTATIONS));
  }

  private static Scoring scoring(JsonObject json) {
    Optional<Scoring.Recency> recency =
        json.optionalObject("recency", "recency").map(SearchJson::recency);
    Scoring scoring =
        new Scoring(
            recency,
            json.optionalNumber("confidence").orElse(0.0),
            json.optionalNumber("length").orElse(0.0));
    json.requireAllRead();
    return scoring;
  }

  private static Scoring.Recency recency(JsonObject json) {
    Scoring.Recency recency = new Scoring.Recency(json.day("day"), json.integer("halfLife"));
    json.requireAllRead();
    return recency;
  }

  private static SearchLimits limits(JsonObject json) {
    SearchLimits limits =
        SearchLimits.DEFAULT
            .maxClauses(json.integer("maxClauses", SearchLimits.DEFAULT_CLAUSES))
            .maxStates(json.integer("maxStates", SearchLimits.DEFAULT_STATES));
    Optional<Double> seconds = json.optionalNumber("seconds");
    json.requireAllRead();
    return seconds.isPresent() ? limits.time(duration(json, seconds.get())) : limits;
  }

  private static Duration duration(JsonObject json, double seconds) {
    if (!(seconds > 0 && seconds <= SearchLimits.MAX_TIME.toSeconds())) {
      throw json.wrong("seconds", "a number of seconds, at most 365 days");
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
