package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * A request for a {@link Concordance}. Immutable.
 *
 * @param width the maximum number of words shown, and compared, on each side; 0 or more
 * @param order the order of the lines
 * @param limit the maximum number of lines, 1 or more
 */
public record ConcordanceRequest(int width, ConcordanceOrder order, int limit) {

  /** The default maximum number of words on each side. */
  public static final int DEFAULT_WIDTH = 8;

  /** The default maximum number of lines. */
  public static final int DEFAULT_LIMIT = 100;

  /**
   * Validates the components.
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

  /**
   * {@return a request for the first {@value #DEFAULT_LIMIT} lines in an order, with {@value
   * #DEFAULT_WIDTH} words on each side}
   */
  public static ConcordanceRequest by(ConcordanceOrder order) {
    return new ConcordanceRequest(DEFAULT_WIDTH, order, DEFAULT_LIMIT);
  }
}
