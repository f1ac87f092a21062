package onrecord.search;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import onrecord.query.InvalidSearchException;
import onrecord.query.TokenPattern;
import onrecord.query.TokenTest;
import onrecord.query.TokenTest.Compared;
import onrecord.schema.WordMark;
import onrecord.search.TokenSequence.Token;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * Translates a pattern of consecutive words. Each word, or regular expression, counts as a clause
 * of the query. Not thread-safe.
 */
final class TokenTranslator {

  private final Limiter limiter;
  private final Spellings spellings;
  private final WordField exact;
  private final WordField stems;
  private final Map<Compared, Value> values = new HashMap<>();

  /**
   * Creates a translator.
   *
   * @param stems the field that is searched, for stems
   */
  TokenTranslator(Limiter limiter, Spellings spellings, WordField stems) {
    this.limiter = limiter;
    this.spellings = spellings;
    this.exact = stems.exact();
    this.stems = stems;
  }

  /**
   * What a word is compared with.
   *
   * @param test the comparison
   * @param required a query for all documents that have such a word, if the index has the words
   */
  private record Value(Predicate<Token> test, Optional<Query> required) {}

  /** {@return what finds the places of a pattern in a text} */
  TokenSequence sequence(TokenPattern pattern) {
    List<Predicate<Token>> tests = new ArrayList<>();
    Automaton words = automaton(pattern, tests, new HashMap<>());
    limiter.requireFew(words.getNumTransitions(), pattern);
    return new TokenSequence(limiter.time(), words, tests);
  }

  /** {@return an automaton of words, each of which is the number of the test that it satisfies} */
  private Automaton automaton(
      TokenPattern pattern, List<Predicate<Token>> tests, Map<TokenPattern, Integer> numbers) {
    return switch (pattern) {
      case TokenPattern.Any any -> one(any, token -> true, tests, numbers);
      case TokenPattern.Token token -> one(token, test(token.test()), tests, numbers);
      case TokenPattern.Sequence sequence -> {
        List<Automaton> parts =
            sequence.patterns().stream().map(part -> automaton(part, tests, numbers)).toList();
        limiter.requireFew(TokenGrowth.ofSequence(parts), sequence);
        yield Operations.concatenate(parts);
      }
      case TokenPattern.Either either ->
          Operations.union(
              either.patterns().stream().map(part -> automaton(part, tests, numbers)).toList());
      case TokenPattern.Repeated p -> {
        Automaton once = automaton(p.pattern(), tests, numbers);
        limiter.requireFew(TokenGrowth.ofRepetition(once, p.min(), p.max()), p);
        yield p.max().isPresent()
            ? Operations.repeat(once, p.min(), p.max().getAsInt())
            : Operations.repeat(once, p.min());
      }
    };
  }

  private static Automaton one(
      TokenPattern pattern,
      Predicate<Token> test,
      List<Predicate<Token>> tests,
      Map<TokenPattern, Integer> numbers) {
    int number =
        numbers.computeIfAbsent(
            pattern,
            p -> {
              tests.add(test);
              return tests.size() - 1;
            });
    return Automata.makeChar(number);
  }

  private Predicate<Token> test(TokenTest test) {
    return switch (test) {
      case Compared compared -> value(compared).test();
      case TokenTest.Not not -> test(not.test()).negate();
      case TokenTest.And and ->
          and.tests().stream().map(this::test).reduce(Predicate::and).orElseThrow();
      case TokenTest.Or or ->
          or.tests().stream().map(this::test).reduce(Predicate::or).orElseThrow();
    };
  }

  /** {@return a query for all documents that can have a match; empty if that is every document} */
  Optional<Query> required(TokenPattern pattern) {
    return switch (pattern) {
      case TokenPattern.Any any -> Optional.empty();
      case TokenPattern.Token token -> required(token.test());
      case TokenPattern.Sequence sequence ->
          all(sequence.patterns().stream().map(this::required).toList());
      case TokenPattern.Either either ->
          any(either.patterns().stream().map(this::required).toList());
      case TokenPattern.Repeated repeated ->
          repeated.min() == 0 ? Optional.empty() : required(repeated.pattern());
    };
  }

  private Optional<Query> required(TokenTest test) {
    return switch (test) {
      case Compared compared -> value(compared).required();
      case TokenTest.Not not -> Optional.empty();
      case TokenTest.And and -> all(and.tests().stream().map(this::required).toList());
      case TokenTest.Or or -> any(or.tests().stream().map(this::required).toList());
    };
  }

  private static Optional<Query> all(List<Optional<Query>> queries) {
    return joined(queries.stream().flatMap(Optional::stream).toList(), Occur.MUST);
  }

  private static Optional<Query> any(List<Optional<Query>> queries) {
    return queries.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : joined(queries.stream().flatMap(Optional::stream).toList(), Occur.SHOULD);
  }

  private static Optional<Query> joined(List<Query> queries, Occur occur) {
    Set<Query> different = new LinkedHashSet<>(queries);
    if (different.size() < 2) {
      return different.stream().findFirst();
    }
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    different.forEach(query -> joined.add(query, occur));
    return Optional.of(joined.build());
  }

  private Value value(Compared compared) {
    Value known = values.get(compared);
    if (known != null) {
      return known;
    }
    limiter.countClauses(1);
    Value made = compared.isWord() ? word(compared) : expression(compared);
    values.put(compared, made);
    return made;
  }

  private Value word(Compared compared) {
    String text = compared.value();
    List<BytesRef> words = Patterns.words(exact, text);
    if (words.size() != 1) {
      throw new InvalidSearchException(
          "one word was expected in a pattern of consecutive words, but '"
              + text
              + (words.isEmpty() ? "' is none" : "' is several; write each of them as a word"));
    }
    String folded = words.getFirst().utf8ToString();
    return switch (compared.property()) {
      case WORD ->
          new Value(
              token -> token.term().equals(folded), Optional.of(exact.word(words.getFirst())));
      case STEM -> stem(words, Patterns.words(stems, text));
      case CASE -> {
        String written = Writing.normal(text);
        yield new Value(
            token -> token.written().equals(written), Optional.of(exact.word(words.getFirst())));
      }
    };
  }

  /** {@return what the words are compared with that a query for one word finds} */
  private Value stem(List<BytesRef> words, List<BytesRef> plain) {
    BytesRef stem = (stems.hasBothForms() ? spellings.of(words, plain) : plain).getFirst();
    String text = stem.utf8ToString();
    if (text.isEmpty() || text.charAt(0) != WordMark.WORD.mark()) {
      return new Value(token -> token.stem().equals(text), Optional.of(stems.word(stem)));
    }
    Set<String> spelled =
        stems.terms(stem).stream()
            .map(term -> term.text().replace(String.valueOf(WordMark.WORD.mark()), ""))
            .collect(toCollection(LinkedHashSet::new));
    return new Value(token -> spelled.contains(token.term()), Optional.of(stems.word(stem)));
  }

  private Value expression(Compared compared) {
    String text = compared.value();
    if (compared.property() == TokenTest.Property.CASE) {
      Automaton accepted =
          limiter.determinize(limiter.casedRegex(Writing.normal(text)).toAutomaton(), text);
      CharacterRunAutomaton run = new CharacterRunAutomaton(accepted);
      return new Value(token -> run.run(token.written()), Optional.empty());
    }
    Automaton accepted = limiter.determinize(limiter.regex(text).toAutomaton(), text);
    Patterns.requireOfWords(text, accepted);
    CharacterRunAutomaton run = new CharacterRunAutomaton(accepted);
    boolean isStem = compared.property() == TokenTest.Property.STEM;
    WordField field = isStem ? stems : exact;
    return new Value(
        token -> run.run(isStem ? token.stem() : token.term()),
        Optional.of(
            new ConstantScoreQuery(Patterns.automaton(field, text, field.terms(accepted)))));
  }
}
