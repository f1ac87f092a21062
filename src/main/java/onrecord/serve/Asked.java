package onrecord.serve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.LenientQuery;
import onrecord.query.Order;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimits;
import onrecord.query.Selection;
import onrecord.query.SortOrder;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;

/**
 * What a request asks of an archive.
 *
 * @param parameters the parameters of the request
 */
record Asked(Parameters parameters) {

  /** The parameters that select quotations. */
  static final Set<String> SELECTION = Set.of("q", "query", "filter", "indirect", "distinct");

  /** The parameters that specify which hits are returned, and in which order. */
  static final Set<String> HITS = Set.of("sort", "limit", "cursor", "context");

  /** The maximum number of hits on a page. */
  static final int MAX_HITS = 200;

  /** The maximum number of values, words, pairs and lines. */
  static final int MAX_VALUES = 1_000;

  private static final SearchLimits LIMITS = SearchLimits.DEFAULT.time(Duration.ofSeconds(10));

  /** {@return what was typed into the search box, with notes on how it was read} */
  Optional<LenientQuery> typed() {
    return parameters.one("q").map(Query::parseLenient);
  }

  private Query query() {
    Query typed = typed().map(LenientQuery::query).orElseGet(Query::all);
    return parameters.one("query").map(Query::parse).map(typed::and).orElse(typed);
  }

  /** {@return what is counted in the quotations found: the query "of", or that of the search} */
  Query of() {
    return parameters.one("of").map(Query::parse).orElseGet(this::query);
  }

  /**
   * {@return the order of the hits}
   *
   * @throws BadRequestException if it is invalid
   */
  Order sort() {
    Optional<String> sort = parameters.one("sort");
    return sort.isEmpty()
        ? SortOrder.RELEVANCE
        : Order.of(sort.get())
            .orElseThrow(() -> new BadRequestException("'sort' must be " + Order.expected()));
  }

  /**
   * {@return the search}
   *
   * @throws IllegalArgumentException if a parameter is invalid
   */
  Search.Builder search() {
    Search.Builder search =
        Search.builder(query())
            .kinds(parameters.isOn("indirect") ? Selection.ALL_KINDS : Selection.QUOTED)
            .distinct(parameters.isOn("distinct"))
            .sort(sort())
            .pageSize(parameters.number("limit", 0, MAX_HITS, Search.DEFAULT_PAGE_SIZE))
            .limits(LIMITS);
    for (String filter : parameters.all("filter")) {
      int equals = filter.indexOf('=');
      if (equals < 0) {
        throw new BadRequestException("'filter' must be FACET=VALUE, but was '" + filter + "'");
      }
      search.filter(Facet.parse(filter.substring(0, equals)), filter.substring(equals + 1));
    }
    parameters.one("cursor").ifPresent(search::cursor);
    if (parameters.one("context").isPresent()) {
      search.context(parameters.number("context", 0, Search.MAX_CONTEXT, 0));
    }
    return search;
  }

  /** {@return the values selected of a facet} */
  List<String> chosen(Facet facet) {
    String start = facet.word() + "=";
    return parameters.all("filter").stream()
        .filter(filter -> filter.startsWith(start))
        .map(filter -> filter.substring(start.length()))
        .toList();
  }

  /** {@return the requests for counts that the parameters "facet" specify, as in "speaker:20"} */
  List<FacetRequest> facets() {
    return parameters.all("facet").stream().map(Asked::request).toList();
  }

  private static FacetRequest request(String text) {
    FacetRequest request = FacetRequest.parse(text, FacetRequest.DEFAULT_LIMIT);
    if (request instanceof FacetRequest.Labels values && values.limit() > MAX_VALUES) {
      throw new BadRequestException(
          "'facet' must be for at most " + MAX_VALUES + " values, but was '" + text + "'");
    }
    return request;
  }

  /**
   * {@return the timeline requested}
   *
   * @param otherwise the step, unless it is specified
   */
  TimelineRequest timeline(TimeStep otherwise) {
    TimelineRequest request =
        TimelineRequest.by(
            Facet.parse(parameters.one("date").orElse("published")),
            parameters.constant("by", TimeStep.class, otherwise));
    int series = parameters.number("series", 1, 20, 5);
    return parameters
        .one("split")
        .map(split -> request.splitBy(Facet.parse(split), series))
        .orElse(request);
  }
}
