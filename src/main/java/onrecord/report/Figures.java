package onrecord.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats numbers. */
final class Figures {

  private Figures() {}

  /** {@return a whole number with commas between its thousands} */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /**
   * {@return the number and the noun, in the singular or the plural}
   *
   * @param thing the noun in the singular; its plural ends in s
   */
  static String count(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** {@return a share of 0 to 1 in percent; what is not 0 or 1 is not printed as 0% or 100%} */
  static String percent(double share) {
    if (share > 0 && share < 0.01) {
      return "less than 1%";
    }
    return share > 0.99 && share < 1
        ? "more than 99%"
        : String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** {@return a coordinate with at most two decimal places} */
  static String coordinate(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** {@return a number with one decimal place} */
  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
