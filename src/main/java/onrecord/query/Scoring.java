package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What counts for the relevance of hits besides the words that match. The score by words is that of
 * BM25, in which a quotation of fewer than {@value #LEAST_WORDS} words has no advantage from being
 * short; it is multiplied by a factor for each weight. Immutable.
 *
 * {@snippet file="onrecord/query/SnippetsTest.java" region="scoring"}
 *
 * @param recency the weight of the day of publication; empty if it does not count
 * @param confidence the exponent to which the confidence in the speaker is raised, 0 to {@value
 *     #MAX_EXPONENT}; 0 if it does not count
 * @param length the exponent to which the length of the quotation, as a proportion of {@value
 *     #FULL_WORDS} words and at most 1, is raised, 0 to {@value #MAX_EXPONENT}; 0 if it does not
 *     count
 */
public record Scoring(Optional<Recency> recency, double confidence, double length) {

  /** The number of words up to which a shorter quotation is not a better match. */
  public static final int LEAST_WORDS = 15;

  /** The number of words from which on a longer quotation is no better match. */
  public static final int FULL_WORDS = 40;

  /** The maximum exponent. */
  public static final int MAX_EXPONENT = 10;

  /** The score by words alone, which is the default. */
  public static final Scoring WORDS = new Scoring(Optional.empty(), 0, 0);

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if an exponent is out of bounds
   */
  public Scoring {
    requireNonNull(recency, "recency");
    requireExponent("weight of the confidence", confidence);
    requireExponent("weight of the length", length);
  }

  private static void requireExponent(String what, double exponent) {
    if (!(exponent >= 0 && exponent <= MAX_EXPONENT)) {
      throw new IllegalArgumentException(
          what + " must be 0 to " + MAX_EXPONENT + ", but was " + exponent);
    }
  }

  /**
   * The weight of the day of publication: the score is halved for each half-life between that day
   * and a given one, before or after it, and at most {@value #MAX_HALVINGS} times. The score of an
   * undated article is halved so often.
   *
   * @param day the day from which the time is counted, such as today
   * @param halfLife the days after which a quotation counts half, 1 or more
   */
  public record Recency(LocalDate day, int halfLife) {

    /** The maximum number of times that a score is halved. */
    public static final int MAX_HALVINGS = 10;

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the half-life is not positive
     */
    public Recency {
      requireNonNull(day, "day");
      if (halfLife < 1) {
        throw new IllegalArgumentException("half-life must be 1 day or more, but was " + halfLife);
      }
    }
  }

  /** {@return this scoring with a weight of the day of publication} */
  public Scoring withRecency(LocalDate day, int halfLife) {
    return new Scoring(Optional.of(new Recency(day, halfLife)), confidence, length);
  }

  /** {@return this scoring with a weight of the confidence in the speaker} */
  public Scoring withConfidence(double exponent) {
    return new Scoring(recency, exponent, length);
  }

  /** {@return this scoring with a weight of the length of the quotation} */
  public Scoring withLength(double exponent) {
    return new Scoring(recency, confidence, exponent);
  }
}
