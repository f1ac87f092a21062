package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import onrecord.model.QuotationKind;

/**
 * A query, and what the answer shall hold. Immutable.
 *
 * {@snippet :
 * Search search =
 *     Search.builder(Query.words("budget"))
 *         .facet(Facet.SPEAKER)
 *         .facet(FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH))
 *         .filter(Facet.OUTLET, "The Courier", "The Echo")
 *         .sort(SortOrder.NEWEST)
 *         .build();
 * }
 *
 * <p>Filters on the same facet are joined by "or", filters on different facets by "and".
 *
 * @param query what is asked for
 * @param facets which counts are wanted, each once
 * @param filters the values chosen of each facet; a date stands for every date within it
 * @param sort in which order the hits come
 * @param pageSize how many hits at most, 0 to {@value #MAX_PAGE_SIZE}
 * @param highlight whether the hits tell where the query matched
 * @param indirect whether quotations of the kind {@link QuotationKind#INDIRECT} are looked at;
 *     always so if the query or a filter names that kind
 * @param distinct whether quotations with the same words are one hit
 * @param context how many sentences of the article are given with each hit before and behind those
 *     it stands in, 0 to {@value #MAX_CONTEXT}; empty for no context at all
 * @param cursor where the page begins, as the page before told; empty for the first page
 * @param partial whether, when the time is over, what was found until then is given
 * @param limits how much the search may cost
 */
public record Search(
    Query query,
    List<FacetRequest> facets,
    Map<Facet, Set<String>> filters,
    SortOrder sort,
    int pageSize,
    boolean highlight,
    boolean indirect,
    boolean distinct,
    OptionalInt context,
    Optional<String> cursor,
    boolean partial,
    SearchLimits limits) {

  /** How many hits a page has if nothing else is said. */
  public static final int DEFAULT_PAGE_SIZE = 10;

  /** How many sentences before and behind a quotation can be asked for. */
  public static final int MAX_CONTEXT = 100;

  /** How many hits a page can have. */
  public static final int MAX_PAGE_SIZE = 10_000;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the page size is out of bounds, the same counts are asked
   *     for twice, or a filter has no value or one that the facet cannot have
   */
  public Search {
    requireNonNull(query, "query");
    facets = List.copyOf(facets);
    requireNonNull(sort, "sort");
    requireNonNull(context, "context");
    requireNonNull(cursor, "cursor");
    requireNonNull(limits, "limits");
    if (context.isPresent() && (context.getAsInt() < 0 || context.getAsInt() > MAX_CONTEXT)) {
      throw new IllegalArgumentException(
          "context must be 0 to " + MAX_CONTEXT + " sentences, but was " + context.getAsInt());
    }
    if (pageSize < 0 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException(
          "page size must be 0 to " + MAX_PAGE_SIZE + ", but was " + pageSize);
    }
    if (Set.copyOf(facets).size() < facets.size()) {
      throw new IllegalArgumentException("each facet must be asked for once, but were " + facets);
    }
    filters = copyOf(filters);
    indirect |= namesIndirect(query, filters);
  }

  private static boolean namesIndirect(Query query, Map<Facet, Set<String>> filters) {
    String name = QuotationKind.INDIRECT.name();
    return filters.getOrDefault(Facet.KIND, Set.of()).contains(name)
        || QueryDepth.all(query).stream().anyMatch(Query.named(Facet.KIND, name)::equals);
  }

  private static Map<Facet, Set<String>> copyOf(Map<Facet, Set<String>> filters) {
    EnumMap<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    filters.forEach((facet, values) -> {
      if (values.isEmpty()) {
        throw new IllegalArgumentException(
            "filter on facet " + facet + " must have at least one value, but had none");
      }
      values.forEach(facet::requireValue);
      copy.put(facet, Collections.unmodifiableSet(new TreeSet<>(values)));
    });
    return Collections.unmodifiableMap(copy);
  }

  /** {@return a search for the first ten hits of a query, the best first, without facets} */
  public static Search of(Query query) {
    return builder(query).build();
  }

  /**
   * Starts a search. Until set, it has no facets and filters, sorts by relevance, gives the first
   * {@value #DEFAULT_PAGE_SIZE} hits with highlights, leaves out indirect quotations, and has the
   * {@linkplain SearchLimits#DEFAULT default limits}.
   */
  public static Builder builder(Query query) {
    return new Builder(query);
  }

  /** Gathers the parts of a {@link Search}. Not thread-safe. */
  public static final class Builder {
    private final Query query;
    private final List<FacetRequest> facets = new ArrayList<>();
    private final EnumMap<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    private SortOrder sort = SortOrder.RELEVANCE;
    private int pageSize = DEFAULT_PAGE_SIZE;
    private boolean highlight = true;
    private boolean indirect;
    private boolean distinct;
    private OptionalInt context = OptionalInt.empty();
    private Optional<String> cursor = Optional.empty();
    private boolean partial;
    private SearchLimits limits = SearchLimits.DEFAULT;

    private Builder(Query query) {
      this.query = query;
    }

    /** Asks for the first ten values of a facet, or, if they are dates, for the years. */
    @CanIgnoreReturnValue
    public Builder facet(Facet facet) {
      return facet(FacetRequest.of(facet));
    }

    /** Asks for counts. */
    @CanIgnoreReturnValue
    public Builder facet(FacetRequest request) {
      facets.add(request);
      return this;
    }

    /** Lets through only quotations that have one of the values (and those of earlier calls). */
    @CanIgnoreReturnValue
    public Builder filter(Facet facet, String... values) {
      return filter(facet, List.of(values));
    }

    /** Lets through only quotations that have one of the values (and those of earlier calls). */
    @CanIgnoreReturnValue
    public Builder filter(Facet facet, Collection<String> values) {
      filters.computeIfAbsent(facet, f -> new TreeSet<>()).addAll(values);
      return this;
    }

    /** Sets the order of the hits. */
    @CanIgnoreReturnValue
    public Builder sort(SortOrder value) {
      sort = value;
      return this;
    }

    /** Sets how many hits at most, 0 to {@value Search#MAX_PAGE_SIZE}. */
    @CanIgnoreReturnValue
    public Builder pageSize(int value) {
      pageSize = value;
      return this;
    }

    /** Sets whether the hits tell where the query matched. */
    @CanIgnoreReturnValue
    public Builder highlight(boolean value) {
      highlight = value;
      return this;
    }

    /**
     * Sets whether quotations of the kind {@link QuotationKind#INDIRECT} are looked at. They are in
     * any case if the query or a filter names that kind.
     */
    @CanIgnoreReturnValue
    public Builder indirect(boolean value) {
      indirect = value;
      return this;
    }

    /**
     * Sets whether quotations with the same words, whatever their case, accents and marks, are one
     * hit: the one published first (without a date last; then by the article's id and the place in
     * it) stands for all, and tells its {@link Hit#occurrences}. The order of the hits is that of
     * those that stand for the others. Facets and counts of quotations count all.
     */
    @CanIgnoreReturnValue
    public Builder distinct(boolean value) {
      distinct = value;
      return this;
    }

    /**
     * Asks for the sentences each hit stands in.
     *
     * @param sentences how many more before and behind, 0 to {@value Search#MAX_CONTEXT}
     */
    @CanIgnoreReturnValue
    public Builder context(int sentences) {
      context = OptionalInt.of(sentences);
      return this;
    }

    /**
     * Asks for the page behind another, which {@link SearchResult#cursor} of that one tells. The
     * search must be the same but for what is counted, highlighted and how large the page is. All
     * pages are of the state of the archive that the first was of.
     */
    @CanIgnoreReturnValue
    public Builder cursor(String value) {
      cursor = Optional.of(value);
      return this;
    }

    /**
     * Sets whether, when the {@linkplain SearchLimits#time time} is over, the answer is what was
     * found until then, marked as {@link SearchResult#partial}; else it is an exception. What was
     * found is counted for as long again at most; a facet that is not counted by then has no
     * values.
     */
    @CanIgnoreReturnValue
    public Builder partial(boolean value) {
      partial = value;
      return this;
    }

    /** Sets how much the search may cost. */
    @CanIgnoreReturnValue
    public Builder limits(SearchLimits value) {
      limits = value;
      return this;
    }

    /**
     * {@return the search}
     *
     * @throws IllegalArgumentException if a part is not valid
     */
    public Search build() {
      return new Search(
          query, facets, filters, sort, pageSize, highlight, indirect, distinct, context, cursor,
          partial, limits);
    }
  }
}
