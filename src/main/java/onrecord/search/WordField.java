package onrecord.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.model.FieldType;
import onrecord.query.Form;
import onrecord.query.OwnField;
import onrecord.query.Target;
import onrecord.schema.IndexField;
import onrecord.schema.OwnIndexField;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import onrecord.schema.WordMark;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * A field of an index that is searched for words or for stems. A word may be indexed as one of
 * several terms, as {@link WordMark} defines. Immutable.
 *
 * @param name the name of the field in the index
 * @param analyzed the name of the field whose analyzer splits the text of a query
 * @param words the name of the field whose analyzer splits a text into words without stems
 * @param mark the mark that the words may have, if they may have one
 */
record WordField(String name, String analyzed, String words, Optional<WordMark> mark) {

  private static final Pattern SPELLING = Pattern.compile(Character.toString(WordMark.WORD.mark()));

  /** No mark is part of a word. */
  private static final Automaton UNMARKED =
      Operations.repeat(Automata.makeCharRange(WordMark.WORD.mark() + 1, Character.MAX_CODE_POINT));

  /** {@return the field of an archive that is searched for the words of a target} */
  static WordField of(Snapshot snapshot, Target target, Form form) {
    return switch (target) {
      case OwnField own -> of(snapshot.ownFields().require(own), form);
      case Target.Standard standard -> of(snapshot.stamp(), standard, form);
    };
  }

  private static WordField of(OwnIndexField field, Form form) {
    if (field.type() == FieldType.NAME) {
      return ofNames(field.words());
    }
    return form != Form.STEM
        ? new WordField(field.terms(), field.words(), field.words(), Optional.of(WordMark.WORD))
        : new WordField(field.terms(), field.name(), field.words(), Optional.of(WordMark.STEM));
  }

  private static WordField ofNames(String words) {
    return new WordField(words, words, words, Optional.empty());
  }

  /** {@return whether the words of a target are those of names} */
  static boolean isName(Snapshot snapshot, Target target) {
    return target instanceof OwnField own
        ? snapshot.ownFields().require(own).type() == FieldType.NAME
        : target.isName();
  }

  private static WordField of(Stamp stamp, Target.Standard target, Form form) {
    IndexField field = IndexField.of(target);
    if (target.isName()) {
      return ofNames(field.words());
    }
    return form != Form.STEM
        ? of(stamp, field, field.words(), WordMark.WORD)
        : of(stamp, field, field.field(), WordMark.STEM);
  }

  /** {@return the field of an archive that is searched for the exact words of a text} */
  static WordField exact(Stamp stamp, IndexField text) {
    return of(stamp, text, text.words(), WordMark.WORD);
  }

  private static WordField of(Stamp stamp, IndexField text, String before, WordMark mark) {
    return stamp.hasTerms()
        ? new WordField(text.terms(), before, text.words(), Optional.of(mark))
        : new WordField(before, before, text.words(), Optional.empty());
  }

  /**
   * {@return the terms that a word may be indexed as}
   *
   * @param word a word, a stem or, instead of a stem, the {@link Spellings} of a word
   */
  List<Term> terms(BytesRef word) {
    if (hasBothForms() && word.length > 0 && word.bytes[word.offset] == WordMark.WORD.mark()) {
      return SPELLING
          .splitAsStream(word.utf8ToString().substring(1))
          .distinct()
          .flatMap(spelling -> Stream.of(spelling, WordMark.WORD.mark() + spelling))
          .map(term -> new Term(name, term))
          .toList();
    }
    Term plain = new Term(name, word);
    return mark.map(m -> List.of(plain, new Term(name, m.mark() + word.utf8ToString())))
        .orElse(List.of(plain));
  }

  /** {@return the terms that a word of a text is indexed as} */
  List<Term> indexed(String word) {
    return Patterns.analyzed(name, word).stream().map(term -> new Term(name, term)).toList();
  }

  /** {@return a query for a word} */
  Query word(BytesRef word) {
    List<Term> terms = terms(word);
    return terms.size() == 1 ? new TermQuery(terms.getFirst()) : new WordQuery(name, terms);
  }

  /** {@return a query for consecutive words, or for words that are moved by at most a distance} */
  Query phrase(List<BytesRef> words, int slop) {
    if (words.size() == 1) {
      return word(words.getFirst());
    }
    if (mark.isEmpty()) {
      return new PhraseQuery(slop, name, words.toArray(BytesRef[]::new));
    }
    List<List<Term>> terms = words.stream().map(this::terms).toList();
    return terms.stream().allMatch(word -> word.size() <= 2)
        ? new WordPhraseQuery(name, terms, slop)
        : anyOfSeveral(terms, slop);
  }

  private static Query anyOfSeveral(List<List<Term>> words, int slop) {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
    words.forEach(word -> phrase.add(word.toArray(Term[]::new)));
    return phrase.build();
  }

  /** {@return the places of a word} */
  IntervalsSource places(BytesRef word) {
    List<Term> all = terms(word);
    return all.size() == 1 ? Intervals.term(all.getFirst().bytes()) : new WordPlaces(all);
  }

  /** {@return an automaton of the terms of the words that a deterministic automaton accepts} */
  Automaton terms(Automaton words) {
    return mark.map(m -> marked(Automata.makeChar(m.mark()), words)).orElse(words);
  }

  private static Automaton marked(Automaton marks, Automaton words) {
    // A mark is the first character of no word, so the result is determinized in linear time.
    Automaton unmarked = Operations.intersection(words, UNMARKED);
    Automaton marked = Operations.concatenate(List.of(Operations.optional(marks), unmarked));
    return Operations.determinize(marked, Integer.MAX_VALUE);
  }

  /** {@return this field, searched for exact words} */
  WordField exact() {
    return new WordField(name, words, words, mark.map(m -> WordMark.WORD));
  }

  /** {@return whether this field is searched for stems, and has the words as well} */
  boolean hasBothForms() {
    return mark.equals(Optional.of(WordMark.STEM));
  }

  /**
   * {@return an automaton of the terms of the words, and of the stems, that a deterministic
   * automaton accepts; both must be terms of this field}
   */
  Automaton termsOfBothForms(Automaton words) {
    Automaton marks = Automata.makeCharRange(WordMark.STEM.mark(), WordMark.WORD.mark());
    return marked(marks, words);
  }

  /** {@return the word of a term, if it is a term of this field} */
  Optional<String> wordOf(BytesRef term) {
    String text = term.utf8ToString();
    if (mark.isEmpty() || text.isEmpty()) {
      return Optional.of(text);
    }
    if (text.charAt(0) == mark.get().mark()) {
      return Optional.of(text.substring(1));
    }
    return WordMark.isMark(text.charAt(0)) ? Optional.empty() : Optional.of(text);
  }
}
