package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The counts of one facet. They are exact, and count the quotations that match the query and the
 * filters on all other facets, and the articles that contain them. A filter on this facet itself is
 * ignored, so that the values that were not selected stay visible. A quotation or an article with
 * several values counts for each of them. Immutable.
 *
 * @param request the request that these counts answer
 * @param quotations the number of quotations counted
 * @param articles the number of articles that contain them
 * @param values the number of their values that the request includes, of which {@code counts} may
 *     contain only the first
 * @param counts the values and their counts, in the order that the request specifies
 */
public record FacetCounts(
    FacetRequest request, long quotations, long articles, int values, List<FacetCount> counts) {
  /** Validates that no component is null. */
  public FacetCounts {
    requireNonNull(request, "request");
    counts = List.copyOf(counts);
  }
}
