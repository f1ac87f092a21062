package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A request for {@link Keywords}. Immutable.
 *
 * @param against a query for the quotations with which the results are compared, excluding the
 *     results themselves; empty for all quotations that the search includes
 * @param minimum the minimum number of occurrences of a word in the results, 1 or more
 * @param limit the maximum number of words, 1 or more
 */
public record KeywordsRequest(Optional<Query> against, long minimum, int limit) {

  /** The default maximum number of words. */
  public static final int DEFAULT_LIMIT = 20;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the minimum or the limit is not positive
   */
  public KeywordsRequest {
    requireNonNull(against, "against");
    if (minimum < 1) {
      throw new IllegalArgumentException("minimum of a word must be 1 or more, but was " + minimum);
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit of keywords must be 1 or more, but was " + limit);
    }
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

  /**
   * {@return this request with another limit}
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public KeywordsRequest limit(int words) {
    return new KeywordsRequest(against, minimum, words);
  }
}
