package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * How many quotations have a value of a facet. Immutable.
 *
 * @param value the value, as {@link Search.Builder#filter} takes it
 * @param quotations how many have it, 1 or more
 */
public record FacetCount(String value, long quotations) {
  /** Checks that the value is not null. */
  public FacetCount {
    requireNonNull(value, "value");
  }
}
