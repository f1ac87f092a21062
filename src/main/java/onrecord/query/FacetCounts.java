package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The counts of one facet. They are exact, and count the quotations that match the query and the
 * filters on all other facets, and the articles these stand in; a filter on this facet itself is
 * left out, so that the values beside the chosen ones stay visible. A quotation or an article with
 * several values counts for each of them. Immutable.
 *
 * @param request what was asked for
 * @param quotations how many quotations were counted
 * @param articles in how many articles they stand
 * @param values how many values they have, of those asked for; {@code counts} may hold only the
 *     first of them
 * @param counts the values and their counts, in the order the request tells
 */
public record FacetCounts(
    FacetRequest request, long quotations, long articles, int values, List<FacetCount> counts) {
  /** Checks that no part is null. */
  public FacetCounts {
    requireNonNull(request, "request");
    counts = List.copyOf(counts);
  }
}
