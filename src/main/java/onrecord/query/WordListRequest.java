package onrecord.query;

import java.util.Set;
import java.util.TreeSet;

/**
 * A request for a {@link WordList}. Immutable.
 *
 * @param size the number of consecutive words in a sequence, 1 to {@value #MAX_SIZE}
 * @param minimum the minimum number of occurrences of a sequence, 1 or more
 * @param excluded words that no sequence may contain; case, accents and order make no difference
 * @param limit the maximum number of sequences, 1 or more
 */
public record WordListRequest(int size, long minimum, Set<String> excluded, int limit) {

  /** The maximum number of words in a sequence. */
  public static final int MAX_SIZE = 5;

  /** The default maximum number of sequences. */
  public static final int DEFAULT_LIMIT = 50;

  /**
   * Validates the components and copies the words.
   *
   * @throws IllegalArgumentException if the size is out of range, or the minimum or the limit is
   *     not positive
   */
  public WordListRequest {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "size of a sequence of words must be 1 to " + MAX_SIZE + ", but was " + size);
    }
    if (minimum < 1) {
      throw new IllegalArgumentException(
          "minimum of a list of words must be 1 or more, but was " + minimum);
    }
    if (limit < 1) {
      throw new IllegalArgumentException(
          "limit of a list of words must be 1 or more, but was " + limit);
    }
    excluded = Set.copyOf(excluded);
  }

  /**
   * {@return a request for the most frequent sequences of a number of words, with at least two
   * occurrences each}
   *
   * @throws IllegalArgumentException if the size is out of range
   */
  public static WordListRequest of(int size) {
    return new WordListRequest(size, 2, Set.of(), DEFAULT_LIMIT);
  }

  /**
   * {@return this request with another minimum}
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public WordListRequest minimum(long occurrences) {
    return new WordListRequest(size, occurrences, excluded, limit);
  }

  /** {@return this request, in which sequences with one of some words are excluded as well} */
  public WordListRequest excluding(Set<String> words) {
    Set<String> all = new TreeSet<>(excluded);
    all.addAll(words);
    return new WordListRequest(size, minimum, all, limit);
  }

  /**
   * {@return this request with another limit}
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public WordListRequest limit(int sequences) {
    return new WordListRequest(size, minimum, excluded, sequences);
  }
}
