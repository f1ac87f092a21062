package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import onrecord.model.PartialDate;

/** Which counts of a facet are asked for. Immutable. */
public sealed interface FacetRequest {

  /** How many values are counted if nothing else is said. */
  int DEFAULT_LIMIT = 10;

  /** {@return the facet} */
  Facet facet();

  /**
   * The values found most: by falling count, equal counts by value in the order of Unicode code
   * points.
   *
   * @param facet a facet whose values are no dates
   * @param limit how many values at most, 1 or more
   * @param prefix what the values begin with, without regard to case and accents; may be empty
   * @param order which count orders the values
   */
  record Labels(Facet facet, int limit, String prefix, CountedBy order) implements FacetRequest {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the values of the facet are dates, or the limit is not
     *     positive
     */
    public Labels {
      requireNonNull(prefix, "prefix");
      requireNonNull(order, "order");
      if (facet.isDate()) {
        throw new IllegalArgumentException(
            "facet " + facet + " has dates for values; ask for them by year, month or day");
      }
      if (limit < 1) {
        throw new IllegalArgumentException(
            "limit of facet " + facet + " must be 1 or more, but was " + limit);
      }
    }

    /** {@return the same request for the values that begin so} */
    public Labels startingWith(String start) {
      return new Labels(facet, limit, start, order);
    }

    /** {@return the same request for the values with the most of these} */
    public Labels orderedBy(CountedBy count) {
      return new Labels(facet, limit, prefix, count);
    }
  }

  /**
   * All dates that have quotations, the earliest first and {@link Facet#UNKNOWN} last. A date less
   * precise than the level stands before the ones within it.
   *
   * @param facet a facet whose values are dates
   * @param level how finely the dates are told apart
   * @param within only dates within this one, such as the months of a year; empty for all
   */
  record Dates(Facet facet, DateLevel level, Optional<PartialDate> within) implements FacetRequest {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the values of the facet are no dates
     */
    public Dates {
      requireNonNull(level, "level");
      requireNonNull(within, "within");
      if (!facet.isDate()) {
        throw new IllegalArgumentException(
            "facet " + facet + " must have dates for values to be counted by " + level);
      }
    }
  }

  /** {@return a request for the first ten values, or, if they are dates, for the years} */
  static FacetRequest of(Facet facet) {
    return facet.isDate() ? by(facet, DateLevel.YEAR) : top(facet, DEFAULT_LIMIT);
  }

  /**
   * {@return a request for the values with the most quotations}
   *
   * @throws IllegalArgumentException if the values of the facet are dates, or the limit is not
   *     positive
   */
  static Labels top(Facet facet, int limit) {
    return new Labels(facet, limit, "", CountedBy.QUOTATIONS);
  }

  /**
   * {@return a request for all years, months or days}
   *
   * @throws IllegalArgumentException if the values of the facet are no dates
   */
  static FacetRequest by(Facet facet, DateLevel level) {
    return new Dates(facet, level, Optional.empty());
  }

  /**
   * {@return a request for the months of a year, or the days of a month or a year}
   *
   * @throws IllegalArgumentException if the values of the facet are no dates
   */
  static FacetRequest by(Facet facet, DateLevel level, PartialDate within) {
    return new Dates(facet, level, Optional.of(within));
  }
}
