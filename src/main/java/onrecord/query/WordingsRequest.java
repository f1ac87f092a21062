package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A request for {@link Wordings}. Immutable.
 *
 * @param similarity the minimum similarity of two quotations for them to belong together, more than
 *     0 and at most 1; 1 for texts that consist of the same sequences of words
 * @param minimum the minimum number of articles that a wording occurs in, 1 or more
 * @param words the minimum number of words of the first quotation of a wording, 1 or more
 * @param limit the maximum number of wordings, 1 or more
 * @param occurrences the maximum number of occurrences that are listed of each wording, 1 or more
 * @param quotation the id of a quotation, for the wording that it belongs to alone, in however few
 *     articles and words; empty for all wordings
 */
public record WordingsRequest(
    double similarity,
    long minimum,
    int words,
    int limit,
    int occurrences,
    Optional<String> quotation) {

  /** The default minimum similarity of two quotations. */
  public static final double DEFAULT_SIMILARITY = 0.5;

  /** The default minimum number of articles. */
  public static final long DEFAULT_MINIMUM = 2;

  /** The default maximum number of wordings. */
  public static final int DEFAULT_LIMIT = 10;

  /** The default maximum number of occurrences that are listed of each wording. */
  public static final int DEFAULT_OCCURRENCES = 100;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if one of them is out of range
   */
  public WordingsRequest {
    requireNonNull(quotation, "quotation");
    if (!(similarity > 0 && similarity <= 1)) {
      throw new IllegalArgumentException(
          "similarity must be more than 0 and at most 1, but was " + similarity);
    }
    requirePositive("minimum of articles", minimum);
    requirePositive("minimum of words", words);
    requirePositive("limit of wordings", limit);
    requirePositive("number of occurrences", occurrences);
  }

  private static void requirePositive(String what, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " must be 1 or more, but was " + number);
    }
  }

  /** {@return a request for the wordings that occur in two or more articles} */
  public static WordingsRequest repeated() {
    return new WordingsRequest(
        DEFAULT_SIMILARITY,
        DEFAULT_MINIMUM,
        1,
        DEFAULT_LIMIT,
        DEFAULT_OCCURRENCES,
        Optional.empty());
  }

  /** {@return a request for the wording that a quotation belongs to} */
  public static WordingsRequest of(String quotation) {
    return new WordingsRequest(
        DEFAULT_SIMILARITY, DEFAULT_MINIMUM, 1, 1, DEFAULT_OCCURRENCES, Optional.of(quotation));
  }

  /** {@return this request with another minimum similarity} */
  public WordingsRequest similarity(double value) {
    return new WordingsRequest(value, minimum, words, limit, occurrences, quotation);
  }

  /** {@return this request with another minimum number of articles} */
  public WordingsRequest minimum(long articles) {
    return new WordingsRequest(similarity, articles, words, limit, occurrences, quotation);
  }

  /** {@return this request with another minimum number of words} */
  public WordingsRequest words(int value) {
    return new WordingsRequest(similarity, minimum, value, limit, occurrences, quotation);
  }

  /** {@return this request with another maximum number of wordings} */
  public WordingsRequest limit(int wordings) {
    return new WordingsRequest(similarity, minimum, words, wordings, occurrences, quotation);
  }

  /** {@return this request with another maximum number of occurrences of each wording} */
  public WordingsRequest occurrences(int value) {
    return new WordingsRequest(similarity, minimum, words, limit, value, quotation);
  }
}
