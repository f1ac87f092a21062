package onrecord.query;

import java.util.OptionalDouble;

/**
 * How often a word occurs near the places of a query, compared with elsewhere. The words of the
 * places themselves are not part of the corpus. Immutable.
 *
 * <p>The frequencies are those of surface cooccurrence as Evert (2008) defines them: every word of
 * the corpus is either in the window of at least one place, or in none, and counts once.
 *
 * @param count the number of occurrences of the word in windows: <i>O₁₁</i>
 * @param total the number of its occurrences in the corpus: <i>C₁</i>
 * @param windowWords the number of words in windows: <i>R₁</i>
 * @param words the number of words of the corpus: <i>N</i>
 * @param places the number of places: <i>f</i>
 */
public record Collocation(long count, long total, long windowWords, long words, long places) {

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the word does not occur in windows, there is no place, or
   *     the frequencies contradict each other
   */
  public Collocation {
    if (count < 1
        || places < 1
        || count > total
        || count > windowWords
        || words - windowWords < total - count) {
      throw new IllegalArgumentException(
          "frequencies of a collocation must be those of a word that occurs in windows, but were "
              + count
              + " of "
              + total
              + " in "
              + windowWords
              + " of "
              + words
              + " words, near "
              + places
              + " places");
    }
  }

  /**
   * {@return the frequency in windows that is expected if the word is no more frequent there than
   * elsewhere: <i>E₁₁</i> = <i>R₁C₁</i>/<i>N</i>}
   */
  public double expected() {
    return (double) windowWords * total / words;
  }

  /**
   * {@return the log-likelihood ratio G² (Dunning 1993): 2 Σ <i>O</i> ln(<i>O</i>/<i>E</i>) over
   * the four cells of the table of this word and others, in windows and elsewhere, where a cell
   * with a count of 0 adds 0} Above 10.83 it is significant at the level of 0.001, for a single
   * word chosen in advance.
   */
  public double g2() {
    long elsewhere = words - windowWords;
    long others = words - total;
    return 2
        * (term(count, windowWords, total)
            + term(windowWords - count, windowWords, others)
            + term(total - count, elsewhere, total)
            + term(elsewhere - (total - count), elsewhere, others));
  }

  private double term(long observed, long row, long column) {
    return observed == 0
        ? 0
        : observed * StrictMath.log(observed / ((double) row * column / words));
  }

  /**
   * {@return the log ratio (Hardie 2014): the binary logarithm of the relative frequency in windows
   * over that elsewhere, where a count of 0 elsewhere is replaced by 0.5; empty if all words are in
   * windows}
   */
  public OptionalDouble logRatio() {
    return words == windowWords
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            new Keyness(count, total - count, windowWords, words - windowWords).logRatio());
  }

  /**
   * {@return logDice (Rychlý 2008): 14 + log₂(2<i>O₁₁</i>/(<i>f</i>+<i>C₁</i>))} It is at most 14
   * unless the word occurs several times near one place, and does not depend on the size of the
   * corpus.
   */
  public double logDice() {
    return 14 + StrictMath.log(2.0 * count / (places + total)) / StrictMath.log(2);
  }

  /** {@return whether the word is more frequent in windows than expected} */
  public boolean isAttracted() {
    return count * words > windowWords * total;
  }
}
