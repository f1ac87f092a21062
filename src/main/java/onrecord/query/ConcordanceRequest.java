package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * Which {@link Concordance} is asked for. Immutable.
 *
 * @param width how many words at most are shown, and compared, on each side: 0 or more
 * @param order in which order the lines come
 * @param limit how many lines at most, 1 or more
 */
public record ConcordanceRequest(int width, ConcordanceOrder order, int limit) {

  /** How many words are shown on each side if nothing else is said. */
  public static final int DEFAULT_WIDTH = 8;

  /** How many lines are given if nothing else is said. */
  public static final int DEFAULT_LIMIT = 100;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the width is negative or the limit is not positive
   */
  public ConcordanceRequest {
    requireNonNull(order, "order");
    if (width < 0) {
      throw new IllegalArgumentException(
          "width of a concordance must be 0 or more, but was " + width);
    }
    if (limit < 1) {
      throw new IllegalArgumentException(
          "limit of a concordance must be 1 or more, but was " + limit);
    }
  }

  /** {@return a request for the first 100 lines with 8 words on each side} */
  public static ConcordanceRequest by(ConcordanceOrder order) {
    return new ConcordanceRequest(DEFAULT_WIDTH, order, DEFAULT_LIMIT);
  }
}
