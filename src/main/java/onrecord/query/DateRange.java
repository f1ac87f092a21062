package onrecord.query;

import java.util.Optional;
import onrecord.model.PartialDate;

/**
 * A period from one date to another, both inclusive. Immutable.
 *
 * <p>The text form is {@code 2020-11..2020-12-24}; {@code 2020-11..} and {@code ..2020-12} are open
 * at one end; {@code 2020} is the whole year, the same as {@code 2020..2020}.
 *
 * @param from the date with whose first day the range begins; empty for no bound
 * @param to the date with whose last day the range ends; empty for no bound
 */
public record DateRange(Optional<PartialDate> from, Optional<PartialDate> to) {

  private static final String DOTS = "..";

  /**
   * Validates the bounds.
   *
   * @throws IllegalArgumentException if there is no bound, or the range ends before it begins
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

  /** {@return the range of a single day, month or year} */
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

  /** {@return the range that begins with a date and has no end} */
  public static DateRange from(PartialDate date) {
    return new DateRange(Optional.of(date), Optional.empty());
  }

  /** {@return the range that ends with a date and has no beginning} */
  public static DateRange to(PartialDate date) {
    return new DateRange(Optional.empty(), Optional.of(date));
  }

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if the text does not have this form, or a date is not valid
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

  /** {@return the text form, which {@link #parse} accepts} */
  @Override
  public String toString() {
    return from.equals(to)
        ? from.map(PartialDate::toString).orElse("")
        : from.map(PartialDate::toString).orElse("")
            + DOTS
            + to.map(PartialDate::toString).orElse("");
  }
}
