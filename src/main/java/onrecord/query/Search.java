package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onrecord.model.QuotationKind;

/**
 * A query, together with the requirements on its result. Immutable.
 *
 * {@snippet file="onrecord/query/SnippetsTest.java" region="search"}
 *
 * <p>The values of a filter on one facet are combined by "or", filters on different facets by
 * "and".
 *
 * @param selection the quotations to find
 * @param facets the requested counts, without duplicates
 * @param sort the order of the hits
 * @param scoring what counts for the relevance of the hits
 * @param pageSize the maximum number of hits, 0 to {@value #MAX_PAGE_SIZE}
 * @param highlight whether the hits include the places where the query matched
 * @param context the number of sentences returned with each hit before and after those that contain
 *     it, 0 to {@value #MAX_CONTEXT}; empty for no context
 * @param cursor the cursor that the previous page returned; empty for the first page
 * @param partial whether the search returns what it has found when it reaches the time limit
 * @param limits the limits on the resources that the search may use
 */
public record Search(
    Selection selection,
    List<FacetRequest> facets,
    Order sort,
    Scoring scoring,
    int pageSize,
    boolean highlight,
    OptionalInt context,
    Optional<String> cursor,
    boolean partial,
    SearchLimits limits) {

  /** The default maximum number of hits of a page. */
  public static final int DEFAULT_PAGE_SIZE = 10;

  /** The maximum number of sentences of context on each side of a quotation. */
  public static final int MAX_CONTEXT = 100;

  /** The maximum number of hits of a page that can be requested. */
  public static final int MAX_PAGE_SIZE = 10_000;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the page size or the context is out of bounds, the same
   *     counts are requested twice
   */
  public Search {
    requireNonNull(selection, "selection");
    facets = List.copyOf(facets);
    requireNonNull(sort, "sort");
    requireNonNull(scoring, "scoring");
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
      throw new IllegalArgumentException(
          "a facet must not be requested twice, but was: " + twice(facets));
    }
  }

  private static String twice(List<FacetRequest> facets) {
    return facets.stream()
        .filter(facet -> Collections.frequency(facets, facet) > 1)
        .map(facet -> facet.facet().word())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** {@return the query} */
  public Query query() {
    return selection.query();
  }

  /** {@return this search for what another query finds as well} */
  public Search and(Query other) {
    Query both = query() instanceof Query.All ? other : query().and(other);
    return of(new Selection(both, filters(), kinds(), distinct()));
  }

  /** {@return this search with another selection} */
  public Search of(Selection other) {
    return new Search(
        other, facets, sort, scoring, pageSize, highlight, context, cursor, partial, limits);
  }

  /** {@return the values selected of each facet} */
  public Map<Facet, Set<String>> filters() {
    return selection.filters();
  }

  /** {@return the kinds of quotations that are included} */
  public Set<QuotationKind> kinds() {
    return selection.kinds();
  }

  /** {@return whether quotations with the same words are combined into one hit} */
  public boolean distinct() {
    return selection.distinct();
  }

  /** {@return a search for the first ten hits of a query, the best first, without facets} */
  public static Search of(Query query) {
    return builder(query).build();
  }

  /**
   * {@return a builder for a search of a selection, with the other defaults of {@link #builder}}
   */
  public static Builder builder(Selection selection) {
    Builder builder = builder(selection.query()).kinds(selection.kinds());
    selection.filters().forEach(builder::filter);
    return builder.distinct(selection.distinct());
  }

  /** {@return a builder for a search that equals another one unless it is changed} */
  public static Builder builder(Search search) {
    Builder builder =
        builder(search.selection())
            .sort(search.sort())
            .scoring(search.scoring())
            .pageSize(search.pageSize())
            .highlight(search.highlight())
            .partial(search.partial())
            .limits(search.limits());
    search.facets().forEach(builder::facet);
    search.context().ifPresent(builder::context);
    search.cursor().ifPresent(builder::cursor);
    return builder;
  }

  /**
   * {@return the search for the page after one that this search returned; empty if it is the last}
   *
   * @param page a result of this search
   */
  public Optional<Search> after(SearchResult page) {
    return page.cursor().map(next -> builder(this).cursor(next).build());
  }

  /**
   * Returns a builder for a search. By default, it has no facets or filters, sorts by relevance,
   * returns the first {@value #DEFAULT_PAGE_SIZE} hits with highlights, includes the {@linkplain
   * Selection#QUOTED kinds with quoted words}, and has the {@linkplain SearchLimits#DEFAULT default
   * limits}.
   */
  public static Builder builder(Query query) {
    return new Builder(query);
  }

  /** A builder of a {@link Search}. Not thread-safe. */
  public static final class Builder {
    private final Query query;
    private final List<FacetRequest> facets = new ArrayList<>();
    private final Map<Facet, Set<String>> filters = new HashMap<>();
    private Order sort = SortOrder.RELEVANCE;
    private Scoring scoring = Scoring.WORDS;
    private int pageSize = DEFAULT_PAGE_SIZE;
    private boolean highlight = true;
    private Set<QuotationKind> kinds = Selection.QUOTED;
    private boolean distinct;
    private OptionalInt context = OptionalInt.empty();
    private Optional<String> cursor = Optional.empty();
    private boolean partial;
    private SearchLimits limits = SearchLimits.DEFAULT;

    private Builder(Query query) {
      this.query = query;
    }

    /**
     * Requests counts for the first ten values of a facet or, if its values are dates, for each
     * year.
     */
    @CanIgnoreReturnValue
    public Builder facet(Facet facet) {
      return facet(FacetRequest.of(facet));
    }

    /** Requests counts. */
    @CanIgnoreReturnValue
    public Builder facet(FacetRequest request) {
      facets.add(request);
      return this;
    }

    /**
     * Restricts the search to quotations that have one of these values or of those of earlier calls
     * for the same facet.
     */
    @CanIgnoreReturnValue
    public Builder filter(Facet facet, String... values) {
      return filter(facet, List.of(values));
    }

    /**
     * Restricts the search to quotations that have one of these values or of those of earlier calls
     * for the same facet.
     */
    @CanIgnoreReturnValue
    public Builder filter(Facet facet, Collection<String> values) {
      filters.computeIfAbsent(facet, f -> new TreeSet<>()).addAll(values);
      return this;
    }

    /** Sets the order of the hits. */
    @CanIgnoreReturnValue
    public Builder sort(Order value) {
      sort = value;
      return this;
    }

    /** Sets what counts for the relevance of the hits; by default, their words alone. */
    @CanIgnoreReturnValue
    public Builder scoring(Scoring value) {
      scoring = value;
      return this;
    }

    /** Sets the maximum number of hits, 0 to {@value Search#MAX_PAGE_SIZE}. */
    @CanIgnoreReturnValue
    public Builder pageSize(int value) {
      pageSize = value;
      return this;
    }

    /** Sets whether the hits include the places where the query matched. */
    @CanIgnoreReturnValue
    public Builder highlight(boolean value) {
      highlight = value;
      return this;
    }

    /**
     * Sets the kinds of quotations that are included: in the hits, in every count and in what
     * counts are compared with. Nothing in a query changes this; a query or a filter that names
     * another kind is rejected. By default, the {@linkplain Selection#QUOTED kinds with quoted
     * words} are included.
     *
     * @param values one kind or more
     */
    @CanIgnoreReturnValue
    public Builder kinds(Collection<QuotationKind> values) {
      kinds = Set.copyOf(values);
      return this;
    }

    /**
     * Sets whether quotations with the same words, ignoring case, accents and punctuation, are
     * combined into one hit. The hit is the quotation that was published first (those without a
     * date last; ties by article id and then by position in the article), and lists all of them as
     * its {@link Hit#occurrences}. Hits are ordered by this quotation. Statistics and citations
     * cover these hits only: they count each wording once. Facets, their values, suggestions and
     * the numbers of quotations and articles of a result cover every quotation.
     */
    @CanIgnoreReturnValue
    public Builder distinct(boolean value) {
      distinct = value;
      return this;
    }

    /**
     * Requests the sentences that contain each hit.
     *
     * @param sentences the number of further sentences before and after them, 0 to {@value
     *     Search#MAX_CONTEXT}
     */
    @CanIgnoreReturnValue
    public Builder context(int sentences) {
      context = OptionalInt.of(sentences);
      return this;
    }

    /**
     * Requests the page after another, given the {@link SearchResult#cursor} of that page. The
     * search must be the same, except for facets, highlights and the page size. All pages are read
     * from the same snapshot of the archive as the first.
     */
    @CanIgnoreReturnValue
    public Builder cursor(String value) {
      cursor = Optional.of(value);
      return this;
    }

    /**
     * Sets whether a search that reaches its {@linkplain SearchLimits#time time limit} returns what
     * it has found until then, marked as {@link SearchResult#partial}, instead of throwing an
     * exception. Counting what was found takes at most the same time again; a facet that has not
     * been counted by then has no values.
     */
    @CanIgnoreReturnValue
    public Builder partial(boolean value) {
      partial = value;
      return this;
    }

    /** Sets the limits on the resources that the search may use. */
    @CanIgnoreReturnValue
    public Builder limits(SearchLimits value) {
      limits = value;
      return this;
    }

    /**
     * {@return the search}
     *
     * @throws IllegalArgumentException if a component is not valid
     */
    public Search build() {
      return new Search(
          new Selection(query, filters, kinds, distinct),
          facets,
          sort,
          scoring,
          pageSize,
          highlight,
          context,
          cursor,
          partial,
          limits);
    }
  }
}
