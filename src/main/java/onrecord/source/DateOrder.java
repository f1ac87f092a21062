package onrecord.source;

/** The order of day, month and year in dates of numbers, such as {@code 17/07/2017}. */
public enum DateOrder {
  /** Not known: such a date is not read. */
  NONE;

  /**
   * {@return the order that a text such as "d/m/y" names}
   *
   * @throws IllegalArgumentException if it names none
   */
  public static DateOrder parse(String text) {
    if (text.equals("none")) {
      return NONE;
    }
    throw new IllegalArgumentException("order of dates is not known: '" + text + "'");
  }
}
