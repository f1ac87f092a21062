package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.PartialDate;

/**
 * A range of the values of an {@link OwnField}: numbers, or dates in the text form of {@link
 * PartialDate}. Immutable.
 *
 * @param from the bound at which the range begins; empty for no bound
 * @param to the bound at which the range ends; empty for no bound
 */
public record ValueRange(Optional<Bound> from, Optional<Bound> to) {

  /**
   * A bound of a range.
   *
   * @param value a number or a date; a month or a year is all of its days
   * @param included whether the range includes the value
   */
  public record Bound(String value, boolean included) {
    /**
     * Validates the value.
     *
     * @throws IllegalArgumentException if it is neither a number nor a date
     */
    public Bound {
      value = requireNonNull(value, "value").strip();
      if (!isNumber(value) && !isDate(value)) {
        throw new IllegalArgumentException(
            "a number or a date was expected as the bound of a range, but was '" + value + "'");
      }
    }

    private static boolean isNumber(String value) {
      try {
        return FieldType.NUMBER.equals(new FieldValue(FieldType.NUMBER, value).type());
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    private static boolean isDate(String value) {
      try {
        PartialDate.parse(value);
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  /** Validates that no component is null. */
  public ValueRange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  /** {@return the range of the dates of another} */
  static ValueRange of(DateRange range) {
    return new ValueRange(range.from().map(ValueRange::bound), range.to().map(ValueRange::bound));
  }

  private static Bound bound(PartialDate date) {
    return new Bound(date.toString(), true);
  }

  /** {@return the range of the numbers from one to another, both included} */
  public static ValueRange between(double from, double to) {
    return new ValueRange(bound(from), bound(to));
  }

  /** {@return the range of the numbers that are at least a number} */
  public static ValueRange atLeast(double from) {
    return new ValueRange(bound(from), Optional.empty());
  }

  /** {@return the range of the numbers that are at most a number} */
  public static ValueRange atMost(double to) {
    return new ValueRange(Optional.empty(), bound(to));
  }

  private static Optional<Bound> bound(double number) {
    return Optional.of(new Bound(FieldValue.number(number).text(), true));
  }
}
