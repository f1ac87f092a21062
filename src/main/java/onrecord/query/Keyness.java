package onrecord.query;

import java.util.OptionalDouble;

/**
 * How the frequency of a word differs between two corpora. Immutable.
 *
 * @param count the number of occurrences in the first corpus: <i>a</i>
 * @param otherCount the number of occurrences in the second: <i>b</i>
 * @param words the number of words of the first corpus, 1 or more: <i>c</i>
 * @param otherWords the number of words of the second, 1 or more: <i>d</i>
 */
public record Keyness(long count, long otherCount, long words, long otherWords) {

  private static final double MILLION = 1_000_000;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if a corpus has no word, or fewer words than occurrences
   */
  public Keyness {
    requireAtMost(count, words);
    requireAtMost(otherCount, otherWords);
  }

  private static void requireAtMost(long count, long words) {
    if (words < 1 || count < 0 || count > words) {
      throw new IllegalArgumentException(
          "a word must occur 0 or more times in a corpus of 1 word or more, but did "
              + count
              + " times in "
              + words);
    }
  }

  /**
   * {@return the log-likelihood ratio G², as {@link Keywords} defines it: a measure of the evidence
   * for a difference}
   */
  public double g2() {
    double expected = (double) (count + otherCount) / (words + otherWords);
    return 2 * (term(count, words * expected) + term(otherCount, otherWords * expected));
  }

  private static double term(long count, double expected) {
    return count == 0 ? 0 : count * StrictMath.log(count / expected);
  }

  /**
   * {@return the log ratio (Hardie 2014), a measure of the size of a difference: the binary
   * logarithm of (<i>a</i>/<i>c</i>)/(<i>b</i>/<i>d</i>), where a count of 0 is replaced by 0.5}
   * Each step of 1 is a doubling; below 0, the word is rarer in the first corpus.
   */
  public double logRatio() {
    double ratio = atLeastHalf(count) / words / (atLeastHalf(otherCount) / otherWords);
    return StrictMath.log(ratio) / StrictMath.log(2);
  }

  private static double atLeastHalf(long count) {
    return count == 0 ? 0.5 : count;
  }

  /**
   * {@return %DIFF (Gabrielatos and Marchi 2012): the difference of the relative frequencies in
   * percent of that in the second corpus, 100 ((<i>a</i>/<i>c</i>) - (<i>b</i>/<i>d</i>)) /
   * (<i>b</i>/<i>d</i>); empty if the word does not occur there}
   */
  public OptionalDouble percentDiff() {
    return otherCount == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100 * (perMillion() - otherPerMillion()) / otherPerMillion());
  }

  /** {@return the number of occurrences per million words of the first corpus} */
  public double perMillion() {
    return MILLION * count / words;
  }

  /** {@return the number of occurrences per million words of the second corpus} */
  public double otherPerMillion() {
    return MILLION * otherCount / otherWords;
  }
}
