package onrecord.source;

import java.util.stream.Stream;

/** The order of day, month and year in dates of numbers, such as {@code 17/07/2017}. */
public enum DateOrder {

  /** The order is not known: only dates that start with a year of four digits are read. */
  NONE("none", -1, -1, -1),

  /** Day, month, year, as in most countries. */
  DAY_MONTH_YEAR("d/m/y", 0, 1, 2),

  /** Month, day, year, as in the United States. */
  MONTH_DAY_YEAR("m/d/y", 1, 0, 2),

  /** Year, month, day. */
  YEAR_MONTH_DAY("y/m/d", 2, 1, 0);

  private final String form;
  private final int day;
  private final int month;
  private final int year;

  DateOrder(String form, int day, int month, int year) {
    this.form = form;
    this.day = day;
    this.month = month;
    this.year = year;
  }

  /**
   * {@return the order that a text names}
   *
   * @param text "d/m/y", "m/d/y", "y/m/d" or "none"
   * @throws IllegalArgumentException if it names none of these
   */
  public static DateOrder parse(String text) {
    return Stream.of(values())
        .filter(order -> order.form.equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "order of dates must be d/m/y, m/d/y, y/m/d or none, but was '" + text + "'"));
  }

  /** {@return the position of the day among the numbers of a date, from 0} */
  int day() {
    return day;
  }

  /** {@return the position of the month among the numbers of a date, from 0} */
  int month() {
    return month;
  }

  /** {@return the position of the year among the numbers of a date, from 0} */
  int year() {
    return year;
  }

  /** {@return the text that {@link #parse} reads} */
  @Override
  public String toString() {
    return form;
  }
}
