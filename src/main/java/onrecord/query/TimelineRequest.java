package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which {@link Timeline} is asked for. Immutable.
 *
 * @param date by which date quotations are placed: {@link Facet#PUBLISHED} or {@link Facet#SAID}
 * @param step how long its parts are
 * @param split the facet whose values have a series each; empty for none
 * @param series how many of the values at most, those with the most quotations: 1 or more
 */
public record TimelineRequest(Facet date, TimeStep step, Optional<Facet> split, int series) {

  /** How many values have a series if nothing else is said. */
  public static final int DEFAULT_SERIES = 10;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the values of {@code date} are no dates, those of {@code
   *     split} are dates, or {@code series} is not positive
   */
  public TimelineRequest {
    requireNonNull(step, "step");
    if (!date.isDate()) {
      throw new IllegalArgumentException(
          "a timeline must be by a facet with dates for values, but was by " + date);
    }
    if (split.isPresent() && split.get().isDate()) {
      throw new IllegalArgumentException(
          "a timeline must not be split by a facet with dates for values, but was by "
              + split.get());
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
   * @throws IllegalArgumentException if the values of the facet are no dates
   */
  public static TimelineRequest by(Facet date, TimeStep step) {
    return new TimelineRequest(date, step, Optional.empty(), DEFAULT_SERIES);
  }

  /**
   * {@return this request, split by the values of a facet}
   *
   * @param facet a facet whose values are no dates
   * @param values how many of its values at most
   * @throws IllegalArgumentException if the values are dates, or {@code values} is not positive
   */
  public TimelineRequest splitBy(Facet facet, int values) {
    return new TimelineRequest(date, step, Optional.of(facet), values);
  }
}
