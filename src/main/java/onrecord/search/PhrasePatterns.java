package onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.query.InvalidSearchException;
import onrecord.query.SearchLimitException;
import onrecord.query.TextPattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Translates phrases with {@code *} in a word: each such word is replaced by the words of the index
 * that match it, which count as clauses of the query. Not thread-safe.
 */
final class PhrasePatterns {

  // A word with at least one wildcard beside a letter or a digit.
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}'\u2019*]*[\\p{L}\\p{N}]\\*[\\p{L}\\p{M}\\p{N}'\u2019*]*"
              + "|(?<!\\\\)\\*[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'\u2019*]*");

  private final IndexReader reader;
  private final Limiter limiter;
  private final WordField field;
  private final MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();

  PhrasePatterns(IndexReader reader, Limiter limiter, WordField field) {
    this.reader = reader;
    this.limiter = limiter;
    this.field = field;
  }

  /** {@return whether a word of a phrase is a pattern} */
  static boolean isIn(String phrase) {
    return WORD.matcher(phrase).find();
  }

  /**
   * {@return a query for a phrase}
   *
   * @throws SearchLimitException if too many words match a pattern
   * @throws InvalidSearchException if no word can match a pattern
   */
  Query translate(TextPattern.Phrase pattern) {
    String text = pattern.text();
    List<Term[]> places = new ArrayList<>();
    Matcher patterns = WORD.matcher(text);
    int from = 0;
    while (patterns.find()) {
      places.addAll(words(text.substring(from, patterns.start())));
      places.add(matching(patterns.group()));
      from = patterns.end();
    }
    places.addAll(words(text.substring(from)));
    if (places.stream().anyMatch(terms -> terms.length == 0)) {
      return new MatchNoDocsQuery("no word matches a pattern");
    }
    places.forEach(phrase::add);
    return phrase.setSlop(pattern.slop()).build();
  }

  private List<Term[]> words(String text) {
    List<BytesRef> words = Patterns.words(field, text);
    limiter.countClauses(words.size());
    return words.stream().map(word -> field.terms(word).toArray(Term[]::new)).toList();
  }

  /** {@return the terms of the words that match a pattern} */
  private Term[] matching(String pattern) {
    Automaton words = limiter.determinize(Patterns.wildcard(field, pattern), pattern);
    Automaton terms = field.hasBothForms() ? field.termsOfBothForms(words) : field.terms(words);
    Set<Term> found = new LinkedHashSet<>();
    try {
      Terms all = MultiTerms.getTerms(reader, field.name());
      if (all != null) {
        TermsEnum matching = new CompiledAutomaton(terms, false, true, false).getTermsEnum(all);
        for (BytesRef term = matching.next(); term != null; term = matching.next()) {
          limiter.countClauses(1);
          found.add(new Term(field.name(), BytesRef.deepCopyOf(term)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.toArray(Term[]::new);
  }
}
