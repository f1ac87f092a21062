package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A request for {@link Keywords}. Immutable.
 *
 * @param against a query for the quotations with which the results are compared, excluding the
 *     results themselves; empty for all quotations that the search includes
 * @param sign whether the words are more or less frequent in the results
 * @param minimum the minimum number of occurrences of a word where it is more frequent: in the
 *     results, or, for {@link KeywordSign#NEGATIVE}, in the others; 1 or more
 * @param minimumG2 the minimum log-likelihood ratio of a word, 0 or more
 * @param limit the maximum number of words, 1 or more
 */
public record KeywordsRequest(
    Optional<Query> against, KeywordSign sign, long minimum, double minimumG2, int limit) {

  /** The default maximum number of words. */
  public static final int DEFAULT_LIMIT = 20;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the minimum or the limit is not positive, or the minimum
   *     log-likelihood ratio is negative or not finite
   */
  public KeywordsRequest {
    requireNonNull(against, "against");
    requireNonNull(sign, "sign");
    if (minimum < 1) {
      throw new IllegalArgumentException("minimum of a word must be 1 or more, but was " + minimum);
    }
    if (!(minimumG2 >= 0 && Double.isFinite(minimumG2))) {
      throw new IllegalArgumentException("minimum G2 must be 0 or more, but was " + minimumG2);
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit of keywords must be 1 or more, but was " + limit);
    }
  }

  /**
   * Creates a request for words that are more frequent in the results, however little.
   *
   * @throws IllegalArgumentException if the minimum or the limit is not positive
   */
  public KeywordsRequest(Optional<Query> against, long minimum, int limit) {
    this(against, KeywordSign.POSITIVE, minimum, 0, limit);
  }

  /**
   * {@return a request for words that distinguish the results from all other quotations, with at
   * least two occurrences each}
   */
  public static KeywordsRequest againstAllOthers() {
    return new KeywordsRequest(Optional.empty(), 2, DEFAULT_LIMIT);
  }

  /**
   * {@return a request for words that distinguish the results from those of another query, with at
   * least two occurrences each}
   */
  public static KeywordsRequest against(Query others) {
    return new KeywordsRequest(Optional.of(others), 2, DEFAULT_LIMIT);
  }

  /** {@return this request for words that are more, or less, frequent in the results} */
  public KeywordsRequest sign(KeywordSign value) {
    return new KeywordsRequest(against, value, minimum, minimumG2, limit);
  }

  /**
   * {@return this request with a minimum log-likelihood ratio, such as 10.83 for a significance of
   * 0.001}
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public KeywordsRequest minimumG2(double value) {
    return new KeywordsRequest(against, sign, minimum, value, limit);
  }

  /**
   * {@return this request with another limit}
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public KeywordsRequest limit(int words) {
    return new KeywordsRequest(against, sign, minimum, minimumG2, words);
  }
}
