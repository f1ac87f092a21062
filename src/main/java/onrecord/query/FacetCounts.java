package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The counts of one facet. They are exact, and count the quotations that match the query and the
 * filters on all other facets; a filter on this facet itself is left out, so that the values beside
 * the chosen ones stay visible. Immutable.
 *
 * @param request what was asked for
 * @param quotations how many quotations were counted
 * @param values how many values they have, of which {@code counts} may hold only the first
 * @param counts the values and their counts, in the order the request tells
 */
public record FacetCounts(
    FacetRequest request, long quotations, int values, List<FacetCount> counts) {
  /** Checks that no part is null. */
  public FacetCounts {
    requireNonNull(request, "request");
    counts = List.copyOf(counts);
  }
}
