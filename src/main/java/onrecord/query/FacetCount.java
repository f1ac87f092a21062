package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * The counts of one value of a facet. Immutable.
 *
 * @param value the value, as accepted by {@link Search.Builder#filter}
 * @param quotations the number of quotations that have it, 1 or more
 * @param articles the number of articles that contain them, 1 or more
 */
public record FacetCount(String value, long quotations, long articles) {
  /** Validates that the value is not null. */
  public FacetCount {
    requireNonNull(value, "value");
  }

  /** {@return the count of quotations or that of articles} */
  public long count(CountedBy by) {
    return by == CountedBy.QUOTATIONS ? quotations : articles;
  }
}
