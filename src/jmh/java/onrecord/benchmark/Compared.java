package onrecord.benchmark;

/**
 * A value of an archive beside that of the index written by hand. Immutable.
 *
 * @param name what was measured
 * @param number the format of both values
 */
record Compared(String name, String number, double archive, double byHand) {

  /** {@return the medians of what was measured in turn} */
  static Compared medians(String name, String number, double[] archive, double[] byHand) {
    return new Compared(name, number, Clock.median(archive), Clock.median(byHand));
  }
}
