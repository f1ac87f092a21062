package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A request for a {@link Timeline}. Immutable.
 *
 * @param date the date by which quotations are grouped: {@link Facet#PUBLISHED}, {@link
 *     Facet#SAID}, or a field of one's own, of days; a quotation with several days counts once in
 *     each period
 * @param step the length of its parts
 * @param split the facet for each of whose values there is a series; empty for none
 * @param series the maximum number of series, of the values with the most quotations; 1 or more
 */
public record TimelineRequest(Facet date, TimeStep step, Optional<Facet> split, int series) {

  /** The default maximum number of series. */
  public static final int DEFAULT_SERIES = 10;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the values of {@code date} are not dates, those of {@code
   *     split} are dates, or {@code series} is not positive
   */
  public TimelineRequest {
    requireNonNull(step, "step");
    if (!date.mayBeDate()) {
      throw new IllegalArgumentException(
          "a timeline must be by a facet with dates for values, but was by " + date.word());
    }
    if (split.isPresent() && split.get().isDate()) {
      throw new IllegalArgumentException(
          "a timeline must not be split by a facet with dates for values, but was by "
              + split.get().word());
    }
    if (series < 1) {
      throw new IllegalArgumentException("series must be 1 or more, but were " + series);
    }
  }

  /** {@return a request for a timeline by the day of publication} */
  public static TimelineRequest of(TimeStep step) {
    return by(Facet.PUBLISHED, step);
  }

  /**
   * {@return a request for a timeline by a date}
   *
   * @throws IllegalArgumentException if the values of the facet are not dates
   */
  public static TimelineRequest by(Facet date, TimeStep step) {
    return new TimelineRequest(date, step, Optional.empty(), DEFAULT_SERIES);
  }

  /**
   * {@return this request, split by the values of a facet}
   *
   * @param facet a facet whose values are not dates
   * @param values the maximum number of its values
   * @throws IllegalArgumentException if the values are dates, or {@code values} is not positive
   */
  public TimelineRequest splitBy(Facet facet, int values) {
    return new TimelineRequest(date, step, Optional.of(facet), values);
  }
}
