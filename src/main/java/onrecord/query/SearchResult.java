package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link Search}: all of it from one state of the archive. Immutable.
 *
 * @param total how many quotations match; exact
 * @param hits the first of them, in the order asked for
 * @param facets the counts asked for, in the order they were asked for
 * @param cursor what the next page is asked for with; empty if there is none
 */
public record SearchResult(
    long total, List<Hit> hits, List<FacetCounts> facets, Optional<String> cursor) {
  /** Copies the lists. */
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    requireNonNull(cursor, "cursor");
  }

  /**
   * {@return the counts of a facet, the first ones if several were asked for}
   *
   * @throws IllegalArgumentException if none were asked for
   */
  public FacetCounts facet(Facet facet) {
    return facets.stream()
        .filter(counts -> counts.request().facet() == facet)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("facet " + facet + " was not asked for"));
  }
}
