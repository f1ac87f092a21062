package onrecord.search;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.query.Form;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;
import onrecord.query.TokenPattern;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;

/** Translates patterns of words into Lucene queries and counts their clauses. Not thread-safe. */
final class Patterns {

  private static final Analyzer ANALYZER = Schema.analyzer();
  private static final Pattern WILD = Pattern.compile("(?s)\\\\(.)|[*?]");

  // The maximum number of words of a name; the words of two names are further apart.
  private static final int WITHIN_NAME = 50_000;

  // What is written between these is one word, such as "well-being" or "1,234", even if the index
  // splits it: its parts must occur together.
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?U)\\s+|[,;](?!\\d)");

  // Replacements of wildcards: with a letter, a digit or nothing, the pattern may be one word.
  private static final List<String> FILLERS = List.of("x", "1", "");

  // Marks that are part of a word only within it; "#" is one at its end, as in "C#".
  private static final Pattern BESIDE_WORDS =
      Pattern.compile("^[\\p{Po}\\p{Pi}\\p{Pf}]|[\\p{Po}\\p{Pi}\\p{Pf}&&[^#]]$");

  private static final Pattern WITH_HYPHENS = Pattern.compile("\\p{L}+([-\u2010\u2011]\\p{L}+)+");
  private static final Words SPLITTER = new Words();

  private final Snapshot snapshot;
  private final TimeLimit time;
  private final IndexReader reader;
  private final Spellings spellings;
  private final KnownPrefixes prefixes;
  private final Limiter limiter;
  private final Map<Split, List<BytesRef>> split = new HashMap<>();

  Patterns(Snapshot snapshot, Limiter limiter, TimeLimit time) {
    this.snapshot = snapshot;
    this.time = time;
    this.reader = snapshot.reader();
    this.spellings = new Spellings(snapshot);
    this.prefixes = KnownPrefixes.of(snapshot);
    this.limiter = limiter;
  }

  /** A text of the query and the field whose analyzer splits it into words. */
  private record Split(WordField field, String text) {}

  /** What is searched in an archive. */
  private record Searched(Snapshot snapshot, Target target, Form form) {
    WordField field() {
      return WordField.of(snapshot, target, form);
    }

    WordField exact() {
      return WordField.of(snapshot, target, Form.EXACT);
    }

    boolean isName() {
      return WordField.isName(snapshot, target);
    }

    Searched inAnyCase() {
      return new Searched(snapshot, target, Form.EXACT);
    }

    WrittenText text() {
      return switch (target) {
        case Target.Standard standard -> new WrittenText.Standard(IndexField.of(standard));
        case OwnField own -> new WrittenText.Own(snapshot.ownFields().require(own));
      };
    }

    /** {@return whether texts can be read to find marks that are not in the index} */
    boolean isReadable() {
      return snapshot.stamp().hasTerms() && target instanceof Target.Standard && !target.isName();
    }
  }

  /** {@return a query for the documents that match a pattern in a text or a name} */
  Query translate(Target target, Form form, TextPattern pattern) {
    Searched searched =
        new Searched(snapshot, target, WordField.isName(snapshot, target) ? Form.EXACT : form);
    Query query =
        searched.form() == Form.CASE ? inCase(searched, pattern) : translate(searched, pattern);
    return Target.SENTENCE.equals(target) ? UncountedQuery.of(query) : query;
  }

  private Query translate(Searched searched, TextPattern pattern) {
    WordField field = searched.field();
    return switch (pattern) {
      case TextPattern.Words p -> words(searched, p);
      case TextPattern.Phrase p -> phrase(searched, p);
      case TextPattern.Near p -> near(field, p);
      case TextPattern.Wildcard p -> {
        requireOneWord(field, p);
        yield pattern(searched, p.pattern(), wildcard(field, p.pattern()), core(p));
      }
      case TextPattern.Fuzzy p -> {
        requireOneWord(field, p.word(), Stream.of(p.word()));
        yield pattern(searched, p.word(), fuzzy(field, p), Optional.of(p.word()));
      }
      case TextPattern.Regex p -> {
        Automaton words = limiter.regex(p.pattern()).toAutomaton();
        yield pattern(searched, p.pattern(), words, Optional.empty());
      }
      case TextPattern.Tokens p -> tokens(searched, p.pattern());
    };
  }

  /**
   * {@return a query for consecutive words: texts are read that have the words that a match has}
   */
  private Query tokens(Searched searched, TokenPattern pattern) {
    if (!searched.isReadable()) {
      throw new InvalidSearchException(
          "patterns of consecutive words require an archive of format 3; upgrade the archive");
    }
    WordField stems = WordField.of(snapshot, searched.target(), Form.STEM);
    TokenTranslator translator = new TokenTranslator(limiter, spellings, stems);
    Writing sequence = translator.sequence(pattern);
    return written(
        searched, translator.required(pattern).orElse(MatchAllDocsQuery.INSTANCE), sequence);
  }

  /** {@return the word that remains without wildcards, if it is one and the pattern matches it} */
  static Optional<String> core(TextPattern.Wildcard wildcard) {
    boolean isMatched =
        WILD.matcher(wildcard.pattern()).results().noneMatch(found -> found.group().equals("?"));
    return Optional.of(filled(wildcard.pattern(), ""))
        .filter(core -> isMatched && !BESIDE_WORDS.matcher(core).find());
  }

  /** {@return a query for words as they are written, with their case} */
  private Query inCase(Searched searched, TextPattern pattern) {
    if (searched.target() instanceof Target.Standard && !searched.isReadable()) {
      throw new InvalidSearchException(
          "words in their case require an archive of format 3; upgrade the archive");
    }
    Searched inAnyCase = searched.inAnyCase();
    return switch (pattern) {
      case TextPattern.Words p -> words(searched, p);
      case TextPattern.Phrase p -> {
        if (PhrasePatterns.isIn(p.text())) {
          throw new InvalidSearchException(
              "a phrase in its case must not contain wildcards, but was '" + p.text() + "'");
        }
        yield p.slop() == 0
            ? inCase(searched, p.text(), terms(inAnyCase.field(), p.text()))
            : written(searched, all(inAnyCase, p.text()), StoredWords.of(p, Form.CASE));
      }
      case TextPattern.Wildcard p -> {
        // In another case, a letter may have another length.
        String wider = WILD.matcher(p.pattern()).replaceAll(Patterns::anyLength);
        yield written(
            searched,
            translate(inAnyCase, new TextPattern.Wildcard(wider)),
            new Writing.CasedPattern(p.pattern()));
      }
      case TextPattern.Near p ->
          written(searched, all(inAnyCase, p.text()), StoredWords.of(p, Form.CASE));
      case TextPattern.Fuzzy p -> throw notInCase(p);
      case TextPattern.Regex p -> throw notInCase(p);
      case TextPattern.Tokens p -> throw notInCase(p);
    };
  }

  private Query all(Searched searched, String words) {
    return words(searched, new TextPattern.Words(words, Match.ALL));
  }

  private static String anyLength(MatchResult wild) {
    return quoteReplacement(wild.group().equals("?") ? "*" : wild.group());
  }

  private static IllegalStateException notInCase(TextPattern pattern) {
    return new IllegalStateException("words in their case cannot be of " + pattern);
  }

  private Query inCase(Searched searched, String text, List<BytesRef> terms) {
    return written(
        searched,
        phrase(searched.exact(), terms, 0),
        Writing.Marked.isIn(text)
            ? Writing.Marked.of(text, SPLITTER, Writing.Marked.Normal.CASED)
            : Writing.Cased.of(text, SPLITTER));
  }

  /** {@return a query for those documents of others that have words as they are written} */
  private Query written(Searched searched, Query others, Writing writing) {
    return new BooleanQuery.Builder()
        .add(new PositionlessQuery(others), Occur.MUST)
        .add(new WritingQuery(snapshot, time, searched.text(), writing), Occur.FILTER)
        .build();
  }

  private Query words(Searched searched, TextPattern.Words pattern) {
    WordField field = searched.field();
    List<Query> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(pattern.text(), -1)) {
      if (!split(field, word).isEmpty()) {
        words.add(together(searched, word));
      }
    }
    if (words.size() < 2) {
      return words.isEmpty() ? phrase(field, terms(field, pattern.text()), 0) : words.getFirst();
    }
    if (searched.isName() && pattern.match() == Match.ALL) {
      return inOneName(field, pattern.text());
    }
    Occur occur = pattern.match() == Match.ALL ? Occur.MUST : Occur.SHOULD;
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.forEach(word -> query.add(word, occur));
    return query.build();
  }

  /** {@return a query for names that contain all of the words} */
  private static Query inOneName(WordField field, String text) {
    IntervalsSource[] words =
        BETWEEN_WORDS
            .splitAsStream(text)
            .map(word -> words(field, word))
            .filter(terms -> !terms.isEmpty())
            .distinct()
            .map(terms ->
                Intervals.phrase(terms.stream().map(field::places).toArray(IntervalsSource[]::new)))
            .toArray(IntervalsSource[]::new);
    // One word may be a part of another, such as "Ann" of "Mary-Ann".
    IntervalsSource all =
        words.length == 1 ? words[0] : Intervals.maxwidth(WITHIN_NAME, Intervals.unordered(words));
    return new IntervalQuery(field.name(), all);
  }

  /** {@return a query for the parts of a word, which occur together} */
  private Query together(Searched searched, String word) {
    WordField field = searched.field();
    List<BytesRef> terms = spelled(field, word);
    limiter.countClauses(terms.size());
    if (searched.form() == Form.CASE) {
      return inCase(searched, word, terms);
    }
    Query parts = withMarks(searched, word, phrase(field, terms, 0));
    List<Query> others = field.hasBothForms() ? otherwiseHyphenated(searched, word) : List.of();
    if (others.isEmpty()) {
      return parts;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(parts, Occur.SHOULD);
    others.forEach(other -> any.add(other, Occur.SHOULD));
    return any.build();
  }

  /** {@return queries for a word without its hyphens, or with a hyphen that it has not} */
  private List<Query> otherwiseHyphenated(Searched searched, String word) {
    WordField field = searched.field();
    if (WITH_HYPHENS.matcher(word).matches()) {
      return List.of(phrase(field, spelled(field, word.replaceAll("\\P{L}", "")), 0));
    }
    List<BytesRef> folded = split(field.exact(), word);
    if (!searched.isReadable() || folded.size() != 1 || Writing.Marked.isIn(word)) {
      return List.of();
    }
    List<Query> hyphenated = new ArrayList<>(0);
    String bare = Inflection.withoutPossessive(folded.getFirst().utf8ToString());
    Prefixes.of(bare).forEach(parts -> hyphenated(searched, parts).ifPresent(hyphenated::add));
    return hyphenated;
  }

  /** {@return a query for a word with a hyphen after its prefix, if the archive has both parts} */
  private Optional<Query> hyphenated(Searched searched, Prefixes.Parts parts) {
    WordField field = searched.field();
    if (!prefixes.has(field, parts.prefix(), () -> isWord(field, parts.prefix()))) {
      return Optional.empty();
    }
    List<BytesRef> terms = spelled(field, parts.prefix() + " " + parts.rest());
    if (terms.size() != 2 || !KnownTerm.isAnyKnown(reader, field.terms(terms.get(1)))) {
      return Optional.empty();
    }
    limiter.countClauses(2);
    Set<Term> rest = Set.copyOf(field.terms(terms.get(1)));
    return Optional.of(
        written(
            searched,
            phrase(field, terms, 0),
            new Writing.Hyphenated(parts.prefix(), field, rest)));
  }

  private boolean isWord(WordField field, String prefix) {
    List<BytesRef> terms = spelled(field, prefix);
    return terms.size() == 1 && KnownTerm.isAnyKnown(reader, field.terms(terms.getFirst()));
  }

  /** {@return what others find, if the marks that make another word of a text are there as well} */
  private Query withMarks(Searched searched, String text, Query others) {
    return searched.isReadable() && Writing.Marked.isIn(text)
        ? written(searched, others, Writing.Marked.of(text, SPLITTER, Writing.Marked.Normal.FOLDED))
        : others;
  }

  private Query phrase(Searched searched, TextPattern.Phrase pattern) {
    WordField field = searched.field();
    if (PhrasePatterns.isIn(pattern.text())) {
      return new PhrasePatterns(reader, limiter, field).translate(pattern);
    }
    List<BytesRef> terms = terms(field, pattern.text());
    if (pattern.slop() == 0) {
      return withMarks(searched, pattern.text(), phrase(field, terms, 0));
    }
    return Set.copyOf(terms).size() < terms.size()
        ? inOrder(field, terms, pattern.slop())
        : phrase(field, terms, pattern.slop());
  }

  /** A phrase query may match one occurrence of a word as two of them. */
  private static Query inOrder(WordField field, List<BytesRef> terms, int slop) {
    IntervalsSource[] words = terms.stream().map(field::places).toArray(IntervalsSource[]::new);
    return new IntervalQuery(field.name(), Intervals.maxgaps(slop, Intervals.ordered(words)));
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

  static void requireOneWord(WordField field, TextPattern.Wildcard wildcard) {
    String pattern = wildcard.pattern();
    requireOneWord(field, pattern, FILLERS.stream().map(filler -> filled(pattern, filler)));
  }

  /** Rejects a pattern of several words, which would find nothing: patterns match single words. */
  static void requireOneWord(WordField field, String pattern, Stream<String> forms) {
    if (forms.allMatch(form -> words(field, form).size() > 1)) {
      throw new InvalidSearchException(
          "a pattern must be one word, but '"
              + pattern
              + "' is several; use a phrase to find consecutive words");
    }
  }

  private List<BytesRef> terms(WordField field, String text) {
    List<BytesRef> terms = spelled(field, text);
    limiter.countClauses(terms.size());
    if (terms.isEmpty()) {
      throw new InvalidSearchException("expected a word to search for, but was '" + text + "'");
    }
    return terms;
  }

  /** {@return the words of a text, as they are searched} */
  private List<BytesRef> spelled(WordField field, String text) {
    List<BytesRef> words = split(field, text);
    return field.hasBothForms() ? spellings.of(split(field.exact(), text), words) : words;
  }

  /** {@return the words of a text as the index has them; each text of the query is split once} */
  private List<BytesRef> split(WordField field, String text) {
    return split.computeIfAbsent(new Split(field, text), part -> words(part.field(), part.text()));
  }

  /** {@return the words of a text as the index has them} */
  static List<BytesRef> words(WordField field, String text) {
    return analyzed(field.analyzed(), text);
  }

  /** {@return the terms of a text by the analyzer of a field of the index} */
  static List<BytesRef> analyzed(String field, String text) {
    List<BytesRef> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
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

  /**
   * {@return a query for the words that an automaton accepts or, if they are compared by their
   * stems, for the words that it accepts or whose stem it accepts, and for those with the stem of a
   * word}
   *
   * @param text the pattern
   * @param word a word that matches the pattern, so that the pattern finds what the word finds
   */
  private Query pattern(
      Searched searched, String text, Automaton automaton, Optional<String> word) {
    limiter.countClauses(1);
    Automaton accepted = limiter.determinize(automaton, text);
    requireOfWords(text, accepted);
    WordField field = searched.field();
    if (searched.form() == Form.EXACT) {
      return automaton(field, text, field.terms(accepted));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (field.hasBothForms()) {
      any.add(automaton(field, text, field.termsOfBothForms(accepted)), Occur.SHOULD);
    } else {
      any.add(automaton(searched.exact(), text, accepted), Occur.SHOULD);
      any.add(automaton(field, text, accepted), Occur.SHOULD);
    }
    word.map(core -> spelled(field, core))
        .filter(stems -> stems.size() == 1)
        .ifPresent(stem -> any.add(field.word(stem.getFirst()), Occur.SHOULD));
    return new ConstantScoreQuery(any.build());
  }

  static Query automaton(WordField field, String text, Automaton terms) {
    return new AutomatonQuery(
        new Term(field.name(), text), terms, false, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }

  /** Rejects a pattern that requires a character that no word contains: it would find nothing. */
  static void requireOfWords(String pattern, Automaton automaton) {
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

  static Automaton fuzzy(WordField field, TextPattern.Fuzzy pattern) {
    return WordAutomata.fuzzy(normal(field, pattern.word()), pattern.edits());
  }

  static Automaton wildcard(WordField field, String pattern) {
    return WordAutomata.wildcard(pattern, letters -> normal(field, letters));
  }

  private static String normal(WordField field, String letters) {
    return ANALYZER.normalize(field.analyzed(), letters).utf8ToString();
  }
}
