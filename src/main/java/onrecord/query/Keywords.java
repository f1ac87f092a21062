package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The words that distinguish the quotations found from others: those that occur in them more often
 * than expected from their length, or, if {@linkplain KeywordSign requested}, less often. Words are
 * compared ignoring case and accents, but not by their stems. All counts are exact. Immutable.
 *
 * <p>The measure is the log-likelihood ratio G² (Dunning 1993) in the form that Rayson and Garside
 * (2000) give for comparing corpora. For a word that occurs <i>a</i> times among the <i>c</i> words
 * of the results and <i>b</i> times among the <i>d</i> words of the others, with the expected
 * counts <i>E₁</i> = <i>c</i>(<i>a</i>+<i>b</i>)/(<i>c</i>+<i>d</i>) and <i>E₂</i> =
 * <i>d</i>(<i>a</i>+<i>b</i>)/(<i>c</i>+<i>d</i>), it is 2(<i>a</i> ln(<i>a</i>/<i>E₁</i>) +
 * <i>b</i> ln(<i>b</i>/<i>E₂</i>)), where a term with a count of 0 is 0. Above 3.84 it is
 * significant at the level of 0.05, above 6.63 at 0.01, above 10.83 at 0.001, for a single word
 * chosen in advance.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that these keywords answer
 * @param quotations the number of quotations that match
 * @param others the number of quotations with which they are compared
 * @param words the number of words of the quotations that match: <i>c</i>
 * @param otherWords the number of words of the others: <i>d</i>
 * @param found the number of distinct words that distinguish the results, of which {@code keywords}
 *     may contain only the first
 * @param keywords the words by descending measure and then alphabetically
 */
public record Keywords(
    Selection selection,
    KeywordsRequest request,
    long quotations,
    long others,
    long words,
    long otherWords,
    int found,
    List<Keyword> keywords) {
  /** Copies the list. */
  public Keywords {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    keywords = List.copyOf(keywords);
  }

  /** {@return how the frequency of a word of this result differs from that in the others} */
  public Keyness keyness(Keyword word) {
    return new Keyness(word.count(), word.otherCount(), words, otherWords);
  }

  /**
   * A word with the extent to which it distinguishes the results. Immutable.
   *
   * @param word the word
   * @param count the number of its occurrences in the results: <i>a</i>
   * @param otherCount the number of its occurrences in the others: <i>b</i>
   * @param g2 the log-likelihood ratio, greater than 0
   */
  public record Keyword(String word, long count, long otherCount, double g2) {
    /** Validates that the word is not null. */
    public Keyword {
      requireNonNull(word, "word");
    }
  }
}
