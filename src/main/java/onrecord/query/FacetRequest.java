package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.PartialDate;

/** A request for the counts of a facet. Immutable. */
public sealed interface FacetRequest {

  /** The maximum number of values, unless set. */
  int DEFAULT_LIMIT = 10;

  /** {@return the facet} */
  Facet facet();

  /**
   * The most frequent values, by decreasing count; values with equal counts are in the order of
   * Unicode code points.
   *
   * @param facet a facet whose values are not dates, or a field of one's own
   * @param limit the maximum number of values, at least 1
   * @param prefix the prefix of the values, without regard to case and accents; may be empty
   * @param order the count that orders the values
   */
  record Labels(Facet facet, int limit, String prefix, CountedBy order) implements FacetRequest {
    /**
     * Creates a request.
     *
     * @throws IllegalArgumentException if the values of the facet are dates, or the limit is not
     *     positive
     */
    public Labels {
      requireNonNull(prefix, "prefix");
      requireNonNull(order, "order");
      if (facet.isDate()) {
        throw new IllegalArgumentException(
            "values of facet " + facet.word() + " are dates; request them by year, month or day");
      }
      if (limit < 1) {
        throw new IllegalArgumentException(
            "limit of facet " + facet.word() + " must be 1 or more, but was " + limit);
      }
    }

    /** {@return this request for the values with a prefix} */
    public Labels startingWith(String start) {
      return new Labels(facet, limit, start, order);
    }

    /** {@return this request with the values ordered by a count} */
    public Labels orderedBy(CountedBy count) {
      return new Labels(facet, limit, prefix, count);
    }
  }

  /**
   * All dates that have quotations, the earliest first and {@link Facet#UNKNOWN} last. A date less
   * precise than the level precedes the dates within it. A quotation with several days counts once
   * in each year, month or day that contains one.
   *
   * @param facet a facet whose values are dates, or a field of one's own, of days
   * @param level the precision of the dates
   * @param within the date that contains all others, such as a year for its months; empty for all
   *     dates
   */
  record Dates(Facet facet, DateLevel level, Optional<PartialDate> within) implements FacetRequest {
    /**
     * Creates a request.
     *
     * @throws IllegalArgumentException if the values of the facet are not dates
     */
    public Dates {
      requireNonNull(level, "level");
      requireNonNull(within, "within");
      if (!facet.mayBeDate()) {
        throw new IllegalArgumentException(
            "values of facet " + facet.word() + " must be dates to be counted by " + level);
      }
    }
  }

  /**
   * {@return the request that a text such as "speaker", "speaker:20", "published",
   * "published:month" or "article.filed:month" denotes}
   *
   * @param limit the number of values if the text has none
   * @throws IllegalArgumentException if the text denotes no request, or the limit is not positive
   */
  static FacetRequest parse(String text, int limit) {
    FacetText parts = FacetText.parse(text);
    Facet facet = parts.facet();
    Optional<String> detail = parts.detail();
    if (facet.isDate()) {
      return by(facet, detail.map(name -> level(text, name)).orElse(DateLevel.YEAR));
    }
    if (facet.mayBeDate() && detail.flatMap(FacetRequest::level).isPresent()) {
      return by(facet, level(text, detail.get()));
    }
    if (detail.isPresent() && !detail.get().matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "a facet must have a number of values after the colon, as in speaker:20, "
              + (facet.mayBeDate() ? "or year, month or day, " : "")
              + "but was '"
              + text
              + "'");
    }
    return top(facet, detail.map(Integer::parseInt).orElse(limit));
  }

  private static DateLevel level(String text, String name) {
    return level(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a facet must have year, month or day after the colon, but was '" + text + "'"));
  }

  private static Optional<DateLevel> level(String name) {
    return Stream.of(DateLevel.values())
        .filter(level -> level.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** {@return a request for the ten most frequent values or, if they are dates, for the years} */
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
   * @throws IllegalArgumentException if the values of the facet are not dates
   */
  static FacetRequest by(Facet facet, DateLevel level) {
    return new Dates(facet, level, Optional.empty());
  }

  /**
   * {@return a request for the months of a year, or the days of a month or a year}
   *
   * @throws IllegalArgumentException if the values of the facet are not dates
   */
  static FacetRequest by(Facet facet, DateLevel level, PartialDate within) {
    return new Dates(facet, level, Optional.of(within));
  }
}
