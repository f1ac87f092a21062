package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The result of a {@link Search}, all of it from one snapshot of the archive. Immutable.
 *
 * @param selection the quotations that this answer covers
 * @param total the number of hits on all pages: quotations or, with {@link
 *     Search.Builder#distinct}, distinct wordings; exact unless {@code partial}
 * @param quotations the number of quotations that match; exact unless {@code partial}
 * @param articles the number of articles that contain them; exact unless {@code partial}
 * @param hits the hits of this page, in the requested order
 * @param facets the requested counts, in the order of the requests
 * @param cursor the cursor for the next page, see {@link Search.Builder#cursor}; empty if there is
 *     none
 * @param partial whether the time limit was reached, so that every count covers only what was found
 *     until then
 */
public record SearchResult(
    Selection selection,
    long total,
    long quotations,
    long articles,
    List<Hit> hits,
    List<FacetCounts> facets,
    Optional<String> cursor,
    boolean partial) {
  /** Copies the lists. */
  public SearchResult {
    requireNonNull(selection, "selection");
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    requireNonNull(cursor, "cursor");
  }

  /**
   * {@return the counts of a facet; the first ones if several were requested}
   *
   * @throws IllegalArgumentException if none were requested
   */
  public FacetCounts facet(Facet facet) {
    return facets.stream()
        .filter(counts -> counts.request().facet().equals(facet))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("facet " + facet.word() + " was not requested"));
  }
}
