package onrecord.cli;

/** Formats a number and the noun that it counts. */
final class Count {
  private Count() {}

  /**
   * {@return the number and the noun, in the singular or the plural}
   *
   * @param thing the noun in the singular; its plural ends in s
   */
  static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
