package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * A request for {@link Collocates}. Immutable.
 *
 * @param of the query near whose matches collocates occur, such as a word or a phrase; what matches
 *     are those of its parts that are words of the quotation
 * @param window what is near
 * @param minimum the minimum number of occurrences of a collocate in windows, 1 or more
 * @param measure the measure by which the collocates are ordered
 * @param limit the maximum number of collocates, 1 or more
 */
public record CollocatesRequest(
    Query of, Window window, long minimum, CollocationMeasure measure, int limit) {

  /** The default number of words on each side. */
  public static final int DEFAULT_WIDTH = 5;

  /** The default maximum number of collocates. */
  public static final int DEFAULT_LIMIT = 20;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the minimum or the limit is not positive
   */
  public CollocatesRequest {
    requireNonNull(of, "of");
    requireNonNull(window, "window");
    requireNonNull(measure, "measure");
    if (minimum < 1) {
      throw new IllegalArgumentException(
          "minimum of a collocate must be 1 or more, but was " + minimum);
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit of collocates must be 1 or more, but was " + limit);
    }
  }

  /**
   * The words near a match, within the quotation. Immutable.
   *
   * @param left the number of words before it, 0 or more
   * @param right the number of words after it, 0 or more
   */
  public record Window(int left, int right) {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if a number is negative, or both are 0
     */
    public Window {
      if (left < 0 || right < 0 || (left == 0 && right == 0)) {
        throw new IllegalArgumentException(
            "a window must have 1 word or more, and no fewer than 0 on each side, but had "
                + left
                + " and "
                + right);
      }
    }
  }

  /**
   * {@return a request for the collocates of a query with the highest log-likelihood ratio, within
   * {@value #DEFAULT_WIDTH} words on each side, with at least two occurrences each}
   */
  public static CollocatesRequest of(Query query) {
    return new CollocatesRequest(
        query, new Window(DEFAULT_WIDTH, DEFAULT_WIDTH), 2, CollocationMeasure.G2, DEFAULT_LIMIT);
  }

  /** {@return this request with another window} */
  public CollocatesRequest within(Window value) {
    return new CollocatesRequest(of, value, minimum, measure, limit);
  }

  /** {@return this request with the collocates in another order} */
  public CollocatesRequest by(CollocationMeasure value) {
    return new CollocatesRequest(of, window, minimum, value, limit);
  }

  /**
   * {@return this request with another minimum}
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public CollocatesRequest minimum(long occurrences) {
    return new CollocatesRequest(of, window, occurrences, measure, limit);
  }

  /**
   * {@return this request with another limit}
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public CollocatesRequest limit(int words) {
    return new CollocatesRequest(of, window, minimum, measure, words);
  }
}
