package onrecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import onrecord.model.Span;
import onrecord.query.Form;
import onrecord.query.TokenPattern;
import onrecord.query.TokenTest;

/** Matches patterns of consecutive words by trying every way, each once. */
final class NaiveTokens {

  private final List<String> words;
  private final List<String> stems;
  private final List<String> written;
  // Where the matches of each part of the pattern end, by the words at which they begin.
  private final Map<TokenPattern, Map<Integer, Set<Integer>>> known = new IdentityHashMap<>();
  private final Map<TokenTest.Compared, Predicate<String>> comparisons = new IdentityHashMap<>();

  private NaiveTokens(String text) {
    this.words = NaiveWords.words(text, Form.EXACT);
    this.stems = NaiveWords.words(text, Form.STEM);
    this.written = NaiveWords.words(text, Form.CASE);
  }

  /** The matches in a text, each as its first word and the word after its last. */
  static List<Span> places(TokenPattern pattern, String text) {
    NaiveTokens tokens = new NaiveTokens(text);
    List<Span> places = new ArrayList<>();
    int start = 0;
    while (start < tokens.words.size()) {
      int end = tokens.ends(pattern, start).stream().max(Integer::compare).orElse(start);
      if (end > start) {
        places.add(new Span(start, end));
      }
      start = Math.max(end, start + 1);
    }
    return places;
  }

  /** Where the matches can end that begin at a word. */
  private Set<Integer> ends(TokenPattern pattern, int start) {
    Map<Integer, Set<Integer>> tried = known.computeIfAbsent(pattern, p -> new HashMap<>());
    Set<Integer> ends = tried.get(start);
    if (ends == null) {
      ends = allEnds(pattern, start);
      tried.put(start, ends);
    }
    return ends;
  }

  private Set<Integer> allEnds(TokenPattern pattern, int start) {
    Set<Integer> ends = new TreeSet<>();
    switch (pattern) {
      case TokenPattern.Any any -> {
        if (start < words.size()) {
          ends.add(start + 1);
        }
      }
      case TokenPattern.Token token -> {
        if (start < words.size() && satisfies(token.test(), start)) {
          ends.add(start + 1);
        }
      }
      case TokenPattern.Either either ->
          either.patterns().forEach(part -> ends.addAll(ends(part, start)));
      case TokenPattern.Sequence sequence -> {
        ends.add(start);
        sequence.patterns().forEach(part -> advance(ends, part));
      }
      case TokenPattern.Repeated repeated -> {
        Set<Integer> now = new TreeSet<>(Set.of(start));
        // More times than there are words add nothing.
        int most = Math.min(repeated.max().orElse(1000), repeated.min() + words.size() + 1);
        for (int times = 0; times <= most && !now.isEmpty(); times++) {
          if (times >= repeated.min()) {
            ends.addAll(now);
          }
          advance(now, repeated.pattern());
        }
      }
    }
    return ends;
  }

  private void advance(Set<Integer> ends, TokenPattern pattern) {
    Set<Integer> before = new TreeSet<>(ends);
    ends.clear();
    before.forEach(end -> ends.addAll(ends(pattern, end)));
  }

  private boolean satisfies(TokenTest test, int at) {
    return switch (test) {
      case TokenTest.Compared compared -> isLike(compared, at);
      case TokenTest.Not not -> !satisfies(not.test(), at);
      case TokenTest.And and -> and.tests().stream().allMatch(part -> satisfies(part, at));
      case TokenTest.Or or -> or.tests().stream().anyMatch(part -> satisfies(part, at));
    };
  }

  private boolean isLike(TokenTest.Compared compared, int at) {
    String word =
        switch (compared.property()) {
          case WORD -> words.get(at);
          case STEM -> stems.get(at);
          case CASE -> written.get(at);
        };
    return comparisons.computeIfAbsent(compared, NaiveTokens::comparison).test(word);
  }

  private static Predicate<String> comparison(TokenTest.Compared compared) {
    Form form =
        switch (compared.property()) {
          case WORD -> Form.EXACT;
          case STEM -> Form.STEM;
          case CASE -> Form.CASE;
        };
    if (compared.isWord()) {
      List<String> value = NaiveWords.words(compared.value(), form);
      return word -> value.equals(List.of(word));
    }
    int flags = form == Form.CASE ? 0 : Pattern.CASE_INSENSITIVE;
    return Pattern.compile(compared.value(), flags).asMatchPredicate();
  }
}
