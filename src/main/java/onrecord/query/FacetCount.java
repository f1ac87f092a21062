package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * How often a value of a facet is found. Immutable.
 *
 * @param value the value, as {@link Search.Builder#filter} takes it
 * @param quotations how many quotations have it, 1 or more
 * @param articles in how many articles they stand, 1 or more
 */
public record FacetCount(String value, long quotations, long articles) {
  /** Checks that the value is not null. */
  public FacetCount {
    requireNonNull(value, "value");
  }

  /** {@return the one count or the other} */
  public long count(CountedBy by) {
    return by == CountedBy.QUOTATIONS ? quotations : articles;
  }
}
