package onrecord.query;

import java.util.Optional;
import onrecord.model.PartialDate;

/**
 * A time from one date to another, both included. Immutable.
 *
 * <p>The text form is {@code 2020-11..2020-12-24}; {@code 2020-11..} and {@code ..2020-12} are open
 * to one side; {@code 2020} is the whole year, the same as {@code 2020..2020}.
 *
 * @param from the range begins with the first day of this date; empty for no bound
 * @param to the range ends with the last day of this date; empty for no bound
 */
public record DateRange(Optional<PartialDate> from, Optional<PartialDate> to) {

  private static final String DOTS = "..";

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if there is none, or the range ends before it begins
   */
  public DateRange {
    if (from.isEmpty() && to.isEmpty()) {
      throw new IllegalArgumentException("a date range must have a first or a last date");
    }
    if (from.isPresent() && to.isPresent() && to.get().last().isBefore(from.get().first())) {
      throw new IllegalArgumentException(
          "a date range must not end before it begins, but was " + from.get() + DOTS + to.get());
    }
  }

  /** {@return the range that is one day, month or year} */
  public static DateRange of(PartialDate date) {
    return new DateRange(Optional.of(date), Optional.of(date));
  }

  /**
   * {@return the range from one date to another}
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public static DateRange between(PartialDate from, PartialDate to) {
    return new DateRange(Optional.of(from), Optional.of(to));
  }

  /** {@return the range from a date on} */
  public static DateRange from(PartialDate date) {
    return new DateRange(Optional.of(date), Optional.empty());
  }

  /** {@return the range up to a date} */
  public static DateRange to(PartialDate date) {
    return new DateRange(Optional.empty(), Optional.of(date));
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not of the form, or a date is not in the
   *     calendar
   */
  public static DateRange parse(String text) {
    int dots = text.indexOf(DOTS);
    return dots < 0
        ? of(PartialDate.parse(text))
        : new DateRange(bound(text.substring(0, dots)), bound(text.substring(dots + 2)));
  }

  private static Optional<PartialDate> bound(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(PartialDate.parse(text));
  }

  /** {@return the text form, which {@link #parse} reads} */
  @Override
  public String toString() {
    return from.equals(to)
        ? from.map(PartialDate::toString).orElse("")
        : from.map(PartialDate::toString).orElse("")
            + DOTS
            + to.map(PartialDate::toString).orElse("");
  }
}
