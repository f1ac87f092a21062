package onrecord.search;

import java.util.Optional;
import java.util.stream.Stream;
import onrecord.query.Form;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automaton;

/**
 * Translates patterns of words in texts that are stored but not indexed: each text is read. In a
 * conjunction, only those of the quotations that all other clauses find are read. Not thread-safe.
 */
final class StoredPatterns {

  private final Snapshot snapshot;
  private final Limiter limiter;
  private final TimeLimit time;

  StoredPatterns(Snapshot snapshot, Limiter limiter, TimeLimit time) {
    this.snapshot = snapshot;
    this.limiter = limiter;
    this.time = time;
  }

  /** {@return whether the words of a target are read from what is stored} */
  static boolean areOf(Target.Standard target) {
    return target == Target.Standard.DESCRIPTION || target == Target.Standard.PRINTED;
  }

  /** {@return a query for the quotations that match a pattern} */
  Query translate(Target.Standard target, Form form, TextPattern pattern) {
    limiter.countClauses(1);
    return new PositionlessQuery(
        new WritingQuery(
            snapshot,
            time,
            new WrittenText.Standard(IndexField.of(target)),
            writing(form, pattern)));
  }

  private Writing writing(Form form, TextPattern pattern) {
    WordField words = WordField.of(snapshot, Target.QUOTE, form);
    return switch (pattern) {
      case TextPattern.Words p -> StoredWords.of(p, form);
      case TextPattern.Phrase p -> StoredWords.of(p, form);
      case TextPattern.Near p -> StoredWords.of(p, form);
      case TextPattern.Wildcard p when form == Form.CASE -> new Writing.CasedPattern(p.pattern());
      case TextPattern.Wildcard p -> {
        Patterns.requireOneWord(words, p);
        yield of(p, form, Patterns.wildcard(words, p.pattern()), p.pattern(), Patterns.core(p));
      }
      case TextPattern.Fuzzy p -> {
        Patterns.requireOneWord(words, p.word(), Stream.of(p.word()));
        yield of(p, form, Patterns.fuzzy(words, p), p.word(), Optional.of(p.word()));
      }
      case TextPattern.Regex p ->
          of(p, form, limiter.regex(p.pattern()).toAutomaton(), p.pattern(), Optional.empty());
      case TextPattern.Tokens p -> {
        WordField stems = WordField.of(snapshot, Target.QUOTE, Form.STEM);
        yield new TokenTranslator(limiter, new Spellings(snapshot), stems).sequence(p.pattern());
      }
    };
  }

  private Writing of(
      TextPattern pattern, Form form, Automaton automaton, String text, Optional<String> core) {
    Automaton accepted = limiter.determinize(automaton, text);
    Patterns.requireOfWords(text, accepted);
    return StoredWords.of(pattern, form, accepted, core);
  }
}
