package onrecord.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date that may be known only to the month or the year, in the ISO calendar. Immutable.
 *
 * <p>The text form is defined by ISO 8601: {@code 2020-11-22}, {@code 2020-11} or {@code 2020}.
 */
public final class PartialDate {

  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  private final int year;
  private final int month;
  private final int day;

  private PartialDate(int year, int month, int day) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("year must be 1 to 9999, but was " + year);
    }
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /**
   * {@return the year as a date}
   *
   * @param year 1 to 9999
   */
  public static PartialDate ofYear(int year) {
    return new PartialDate(year, 0, 0);
  }

  /** {@return the month as a date; its year must be 1 to 9999} */
  public static PartialDate ofMonth(YearMonth month) {
    return new PartialDate(month.getYear(), month.getMonthValue(), 0);
  }

  /** {@return the day as a date; its year must be 1 to 9999} */
  public static PartialDate ofDay(LocalDate day) {
    return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if the text does not have this form or is not a valid date
   */
  public static PartialDate parse(String text) {
    Matcher m = FORM.matcher(text);
    if (m.matches()) {
      try {
        int year = Integer.parseInt(m.group(1));
        if (m.group(2) == null) {
          return ofYear(year);
        }
        int month = Integer.parseInt(m.group(2));
        return m.group(3) == null
            ? ofMonth(YearMonth.of(year, month))
            : ofDay(LocalDate.of(year, month, Integer.parseInt(m.group(3))));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "date '" + text + "' is not in the calendar: " + e.getMessage(), e);
      }
    }
    throw new IllegalArgumentException(
        "date must be of the form 2020, 2020-11 or 2020-11-22, but was '" + text + "'");
  }

  /** {@return the year, 1 to 9999} */
  public int year() {
    return year;
  }

  /** {@return the month, 1 to 12, if known} */
  public OptionalInt month() {
    return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
  }

  /** {@return the day of the month, 1 to 31, if known} */
  public OptionalInt day() {
    return day == 0 ? OptionalInt.empty() : OptionalInt.of(day);
  }

  /** {@return the first day of the period that this date denotes} */
  public LocalDate first() {
    return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
  }

  /** {@return the last day of the period that this date denotes} */
  public LocalDate last() {
    if (day != 0) {
      return LocalDate.of(year, month, day);
    }
    return month == 0 ? LocalDate.of(year, 12, 31) : YearMonth.of(year, month).atEndOfMonth();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PartialDate d && d.year == year && d.month == month && d.day == day;
  }

  @Override
  public int hashCode() {
    return (year * 13 + month) * 32 + day;
  }

  /** {@return the text form, which {@link #parse} accepts} */
  @Override
  public String toString() {
    if (month == 0) {
      return String.format(Locale.ROOT, "%04d", year);
    }
    return day == 0
        ? String.format(Locale.ROOT, "%04d-%02d", year, month)
        : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
  }
}
