package onrecord.cli;

/** A number of things, in words. */
final class Count {
  private Count() {}

  /**
   * {@return the number and the thing}
   *
   * @param thing one of them, whose plural ends in s
   */
  static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
