package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which {@link Keywords} are asked for. Immutable.
 *
 * @param against which quotations the results are compared with, those left out that are among the
 *     results themselves; empty for all that the search looks at
 * @param minimum how often a word must stand in the results: 1 or more
 * @param limit how many words at most, 1 or more
 */
public record KeywordsRequest(Optional<Query> against, long minimum, int limit) {

  /** How many words are given if nothing else is said. */
  public static final int DEFAULT_LIMIT = 20;

  /**
   * Checks the parts.
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

  /** {@return a request for words that set the results apart from all else, each twice or more} */
  public static KeywordsRequest againstTheRest() {
    return new KeywordsRequest(Optional.empty(), 2, DEFAULT_LIMIT);
  }

  /** {@return a request for words that set the results apart from others, each twice or more} */
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
