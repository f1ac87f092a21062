package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The words that set the quotations found apart from others: those that stand more often in them
 * than their length lets expect. They are words without case and accents, not stems. All counts are
 * exact. Immutable.
 *
 * <p>The measure is the log-likelihood ratio G² (Dunning 1993) in the form for comparing corpora by
 * Rayson and Garside (2000). With a word that stands <i>a</i> times among the <i>c</i> words of the
 * results and <i>b</i> times among the <i>d</i> words of the others, and the expected counts
 * <i>E₁</i> = <i>c</i>(<i>a</i>+<i>b</i>)/(<i>c</i>+<i>d</i>) and <i>E₂</i> =
 * <i>d</i>(<i>a</i>+<i>b</i>)/(<i>c</i>+<i>d</i>), it is 2(<i>a</i> ln(<i>a</i>/<i>E₁</i>) +
 * <i>b</i> ln(<i>b</i>/<i>E₂</i>)), where a term with a count of 0 is 0. Above 3.84 it is
 * significant at the level of 0.05, above 6.63 at 0.01, above 10.83 at 0.001, for one word chosen
 * beforehand.
 *
 * @param quotations how many quotations match
 * @param others how many quotations they are compared with
 * @param words how many words the quotations that match have: <i>c</i>
 * @param otherWords how many words the others have: <i>d</i>
 * @param found how many different words set the results apart, of which {@code keywords} may hold
 *     only the first
 * @param keywords the words with the highest measure first, equal ones by word
 */
public record Keywords(
    long quotations, long others, long words, long otherWords, int found, List<Keyword> keywords) {
  /** Copies the list. */
  public Keywords {
    keywords = List.copyOf(keywords);
  }

  /**
   * A word and how much it sets the results apart. Immutable.
   *
   * @param word the word
   * @param count how often it stands in the results: <i>a</i>
   * @param otherCount how often it stands in the others: <i>b</i>
   * @param g2 the log-likelihood ratio, more than 0
   */
  public record Keyword(String word, long count, long otherCount, double g2) {
    /** Checks that the word is not null. */
    public Keyword {
      requireNonNull(word, "word");
    }
  }
}
