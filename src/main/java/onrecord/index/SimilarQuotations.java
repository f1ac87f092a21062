package onrecord.index;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.schema.AnnotationLog.Passage;
import onrecord.text.Folding;

/**
 * The quotations of an article by their words, without regard to case, accents and what is between
 * words: the one with the most words in common with a passage, if these are at least three quarters
 * of the words that either has, and if there are few, half of the text around it; of several, the
 * one with the same text around it, then the nearest. A quotation is found for the passages of one
 * quotation alone. Not thread-safe.
 */
final class SimilarQuotations {

  private static final CharMatcher LETTERS = CharMatcher.forPredicate(Character::isLetterOrDigit);
  private static final Splitter WORDS = Splitter.on(LETTERS.negate()).omitEmptyStrings();

  /** The share of the words of two texts that they must have in common. */
  private static final double SIMILAR = 0.75;

  private final String text;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Integer> taken;

  /** A quotation with its words. */
  private record Candidate(Quotation quotation, Multiset<String> words) {}

  /** A quotation that has words of a passage. */
  private record Match(Quotation quotation, double similarity, int around, int distance) {
    /** The most similar one is the greatest. */
    static final Comparator<Match> ORDER =
        Comparator.comparingDouble(Match::similarity)
            .thenComparingInt(Match::around)
            .thenComparing(Comparator.comparingInt(Match::distance).reversed());
  }

  /**
   * Creates the quotations of an article.
   *
   * @param text the text of the article
   * @param taken the numbers of the passages of quotations, by the ids of these
   */
  SimilarQuotations(String text, List<Quotation> quotations, Map<String, Integer> taken) {
    this.text = text;
    this.taken = new HashMap<>(taken);
    quotations.forEach(
        quotation -> candidates.add(new Candidate(quotation, words(quotation.text()))));
  }

  private static Multiset<String> words(String text) {
    return HashMultiset.create(WORDS.split(Folding.fold(text)));
  }

  /** {@return the quotation that is most similar to a passage, if one is similar} */
  Optional<Quotation> find(Passage passage) {
    Multiset<String> words = words(String.join(" ", passage.words()));
    int start = passage.runs().getFirst().start();
    Optional<Quotation> found =
        candidates.stream()
            .filter(candidate ->
                taken.getOrDefault(candidate.quotation().id(), passage.number())
                    == passage.number())
            .filter(candidate -> similarity(words, candidate.words()) >= SIMILAR)
            .map(candidate -> {
              Quotation quotation = candidate.quotation();
              return new Match(
                  quotation,
                  similarity(words, candidate.words()),
                  around(passage, quotation.runs()),
                  Math.abs(quotation.runs().getFirst().start() - start));
            })
            .filter(match -> isLong(passage) || match.around() >= halfAround(passage))
            .max(Match.ORDER)
            .map(Match::quotation);
    found.ifPresent(quotation -> taken.put(quotation.id(), passage.number()));
    return found;
  }

  private static boolean isLong(Passage passage) {
    return passage.words().stream().mapToInt(String::length).sum() >= PassageFinder.LONG;
  }

  private static int halfAround(Passage passage) {
    return (letters(passage.before()).length() + letters(passage.after()).length() + 1) / 2;
  }

  /** {@return the words that both have as a share of the words that either has} */
  private static double similarity(Multiset<String> words, Multiset<String> others) {
    int all = Multisets.union(words, others).size();
    return all == 0 ? 0 : (double) Multisets.intersection(words, others).size() / all;
  }

  /** {@return the number of letters around the runs that are those around a passage} */
  private int around(Passage passage, List<Span> runs) {
    int start = runs.getFirst().start();
    int end = runs.getLast().end();
    String before = text.substring(Math.max(0, start - Surroundings.LENGTH), start);
    String after = text.substring(end, Math.min(text.length(), end + Surroundings.LENGTH));
    return Strings.commonSuffix(letters(passage.before()), letters(before)).length()
        + Strings.commonPrefix(letters(passage.after()), letters(after)).length();
  }

  private static String letters(String text) {
    return LETTERS.retainFrom(Folding.fold(text));
  }
}
