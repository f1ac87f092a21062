package onrecord.query;

/**
 * A 95 % confidence interval of a proportion. Immutable.
 *
 * @param lower the lower bound, 0 to 1
 * @param upper the upper bound, 0 to 1
 */
public record Interval(double lower, double upper) {

  /** The quantile of the normal distribution for 95 %. */
  private static final double Z = 1.959963984540054;

  /**
   * Returns the score interval of Wilson (1927), which also holds for small numbers and for
   * proportions of 0 and 1.
   *
   * @param count how many of the cases are counted
   * @param cases the number of cases, 1 or more
   * @throws IllegalArgumentException if there is no case, or the count is not 0 to the number of
   *     cases
   */
  public static Interval wilson(long count, long cases) {
    if (cases < 1 || count < 0 || count > cases) {
      throw new IllegalArgumentException(
          "a proportion must be of 1 case or more, but was of " + count + " of " + cases);
    }
    double share = (double) count / cases;
    double squared = Z * Z;
    double center = (share + squared / (2 * cases)) / (1 + squared / cases);
    double margin =
        Z
            * Math.sqrt(share * (1 - share) / cases + squared / (4.0 * cases * cases))
            / (1 + squared / cases);
    // Where all cases or none are counted, a bound is exactly 0 or 1.
    return new Interval(
        count == 0 ? 0 : Math.max(0, center - margin),
        count == cases ? 1 : Math.min(1, center + margin));
  }
}
