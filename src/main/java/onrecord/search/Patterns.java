package onrecord.search;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.query.InvalidSearchException;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;
import onrecord.schema.Schema;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;

/** Translates patterns of words into Lucene queries and counts their clauses. Not thread-safe. */
final class Patterns {

  private static final Analyzer ANALYZER = Schema.analyzer();
  private static final Pattern WILD = Pattern.compile("(?s)\\\\(.)|[*?]");

  // What is written between these is one word, such as "well-being" or "1,234", even if the index
  // splits it: its parts must occur together.
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?U)\\s+|[,;](?!\\d)");

  // Replacements of wildcards: with a letter, a digit or nothing, the pattern may be one word.
  private static final List<String> FILLERS = List.of("x", "1", "");

  private final Limiter limiter;

  Patterns(Limiter limiter) {
    this.limiter = limiter;
  }

  /** {@return a query for the documents that match a pattern in a field} */
  Query translate(WordField field, TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Words p -> words(field, p);
      case TextPattern.Phrase p -> phrase(field, p);
      case TextPattern.Near p -> near(field, p);
      case TextPattern.Wildcard p -> {
        requireOneWord(field, p.pattern(), FILLERS.stream().map(f -> filled(p.pattern(), f)));
        yield automaton(field, p.pattern(), wildcard(field, p.pattern()));
      }
      case TextPattern.Fuzzy p -> {
        requireOneWord(field, p.word(), Stream.of(p.word()));
        yield automaton(field, p.word(), fuzzy(field, p));
      }
      case TextPattern.Regex p ->
          automaton(field, p.pattern(), limiter.regex(p.pattern()).toAutomaton());
    };
  }

  private Query words(WordField field, TextPattern.Words pattern) {
    List<Query> words =
        BETWEEN_WORDS
            .splitAsStream(pattern.text())
            .map(word -> words(field, word))
            .filter(terms -> !terms.isEmpty())
            .map(terms -> together(field, terms))
            .toList();
    if (words.size() < 2) {
      return words.isEmpty() ? phrase(field, terms(field, pattern.text()), 0) : words.getFirst();
    }
    Occur occur = pattern.match() == Match.ALL ? Occur.MUST : Occur.SHOULD;
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.forEach(word -> query.add(word, occur));
    return query.build();
  }

  /** {@return a query for the parts of a word, which occur together} */
  private Query together(WordField field, List<BytesRef> terms) {
    limiter.countClauses(terms.size());
    return phrase(field, terms, 0);
  }

  private Query phrase(WordField field, TextPattern.Phrase pattern) {
    return phrase(field, terms(field, pattern.text()), pattern.slop());
  }

  private static Query phrase(WordField field, List<BytesRef> terms, int slop) {
    return terms.size() == 1 ? field.word(terms.getFirst()) : field.phrase(terms, slop);
  }

  private Query near(WordField field, TextPattern.Near pattern) {
    IntervalsSource[] terms =
        terms(field, pattern.text()).stream().map(field::places).toArray(IntervalsSource[]::new);
    if (terms.length == 1) {
      return new IntervalQuery(field.name(), terms[0]);
    }
    IntervalsSource together =
        pattern.order() == Order.GIVEN ? Intervals.ordered(terms) : Intervals.unordered(terms);
    return new IntervalQuery(field.name(), Intervals.maxgaps(pattern.within(), together));
  }

  /** {@return a wildcard pattern with its wildcards replaced} */
  private static String filled(String pattern, String filler) {
    return WILD.matcher(pattern)
        .replaceAll(found -> found.group(1) == null ? filler : quoteReplacement(found.group(1)));
  }

  /** Rejects a pattern of several words, which would find nothing: patterns match single words. */
  private static void requireOneWord(WordField field, String pattern, Stream<String> forms) {
    if (forms.allMatch(form -> words(field, form).size() > 1)) {
      throw new InvalidSearchException(
          "a pattern must be one word, but '"
              + pattern
              + "' is several; use a phrase to find consecutive words");
    }
  }

  private List<BytesRef> terms(WordField field, String text) {
    List<BytesRef> terms = words(field, text);
    limiter.countClauses(terms.size());
    if (terms.isEmpty()) {
      throw new InvalidSearchException("expected a word to search for, but was '" + text + "'");
    }
    return terms;
  }

  private static List<BytesRef> words(WordField field, String text) {
    List<BytesRef> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream(field.analyzed(), text)) {
      TermToBytesRefAttribute word = stream.addAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(BytesRef.deepCopyOf(word.getBytesRef()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a text in memory", e);
    }
    return words;
  }

  private Query automaton(WordField field, String text, Automaton automaton) {
    limiter.countClauses(1);
    Automaton words = limiter.determinize(automaton, text);
    requireOfWords(text, words);
    return new AutomatonQuery(
        new Term(field.name(), text),
        field.terms(words),
        false,
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }

  /** Rejects a pattern that requires a character that no word contains: it would find nothing. */
  private static void requireOfWords(String pattern, Automaton automaton) {
    if (!WordAutomata.acceptsAWord(automaton)) {
      String strange =
          WordAutomata.strangeLetters(automaton).stream().limit(10).collect(joining("', '"));
      throw new InvalidSearchException(
          "a pattern must be one word, but '"
              + pattern
              + "' matches no word"
              + (strange.isEmpty() ? "" : ", since no word contains '" + strange + "'")
              + ": words are matched in plain letters, without marks between them; use a phrase to"
              + " find consecutive words");
    }
  }

  private static Automaton fuzzy(WordField field, TextPattern.Fuzzy pattern) {
    return WordAutomata.fuzzy(normal(field, pattern.word()), pattern.edits());
  }

  private static Automaton wildcard(WordField field, String pattern) {
    return WordAutomata.wildcard(pattern, letters -> normal(field, letters));
  }

  private static String normal(WordField field, String letters) {
    return ANALYZER.normalize(field.analyzed(), letters).utf8ToString();
  }
}
