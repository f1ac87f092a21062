package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link Search}: all of it from one state of the archive. Immutable.
 *
 * @param total how many hits there are on all pages: quotations, or with {@link
 *     Search.Builder#distinct} different wordings; exact unless {@code partial}
 * @param quotations how many quotations match; exact unless {@code partial}
 * @param articles in how many articles they stand; exact unless {@code partial}
 * @param hits the hits of this page, in the order asked for
 * @param facets the counts asked for, in the order they were asked for
 * @param cursor what the next page is asked for with, see {@link Search.Builder#cursor}; empty if
 *     there is none
 * @param partial whether the time ran out, so that every count is of what was found until then
 */
public record SearchResult(
    long total,
    long quotations,
    long articles,
    List<Hit> hits,
    List<FacetCounts> facets,
    Optional<String> cursor,
    boolean partial) {
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
