package onrecord;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import onrecord.model.Span;
import onrecord.query.Form;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;

/** Looks for words in texts of {@link RandomArticles}, word by word. */
final class NaiveWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'\u2019]+");
  private static final Map<String, String> STEMS = new HashMap<>();
  private static final Map<String, List<String>> TEXTS = new HashMap<>();

  static {
    RandomArticles.WORDS.forEach(group ->
        group.forEach(word -> {
          STEMS.put(word, folded(group.get(0)));
          STEMS.put(folded(word), folded(group.get(0)));
        }));
  }

  private NaiveWords() {}

  /** Whether one of several texts, or for single words all of them together, match. */
  static boolean matches(TextPattern pattern, Form form, List<String> texts) {
    List<List<String>> all = texts.stream().map(text -> words(text, form)).toList();
    List<String> together = all.stream().flatMap(List::stream).toList();
    return switch (pattern) {
      case TextPattern.Words p ->
          p.match() == Match.ALL
              ? all.stream().anyMatch(there -> there.containsAll(words(p.text(), form)))
              : words(p.text(), form).stream().anyMatch(together::contains);
      case TextPattern.Phrase p ->
          all.stream().anyMatch(there -> hasPhrase(there, words(p.text(), form), p.slop()));
      case TextPattern.Near p ->
          all.stream()
              .anyMatch(there -> isNear(there, words(p.text(), form), new ArrayList<>(), p));
      case TextPattern.Tokens p ->
          texts.stream().anyMatch(text -> !NaiveTokens.places(p.pattern(), text).isEmpty());
      default ->
          texts.stream()
              .flatMap(text -> words(text, unstemmed(form)).stream())
              .anyMatch(word -> isMatched(pattern, form, word));
    };
  }

  /** Whether a pattern for a single word matches a folded word or, by stems, its stem. */
  private static boolean isMatched(TextPattern pattern, Form form, String word) {
    if (form == Form.CASE) {
      return wildcard(composed(((TextPattern.Wildcard) pattern).pattern())).test(word);
    }
    if (single(pattern).test(word)) {
      return true;
    }
    if (form == Form.EXACT) {
      return false;
    }
    String stem = stem(word);
    return single(pattern).test(stem)
        || switch (pattern) {
          case TextPattern.Wildcard p ->
              p.pattern().indexOf('?') < 0 && stem(p.pattern().replace("*", "")).equals(stem);
          case TextPattern.Fuzzy p -> stem(p.word()).equals(stem);
          default -> false;
        };
  }

  /** Where the words are that match; there must be no slop and nothing near. */
  static List<Span> places(TextPattern pattern, Form form, String text) {
    List<MatchResult> tokens = WORD.matcher(text).results().toList();
    if (pattern instanceof TextPattern.Tokens p) {
      return NaiveTokens.places(p.pattern(), text).stream()
          .map(place ->
              new Span(tokens.get(place.start()).start(), tokens.get(place.end() - 1).end()))
          .toList();
    }
    List<String> there = words(text, form);
    int length = pattern instanceof TextPattern.Phrase p ? words(p.text(), form).size() : 1;
    return IntStream.rangeClosed(0, tokens.size() - length)
        .filter(at ->
            pattern.isOfWords()
                ? isAt(pattern, form, there.subList(at, at + length))
                : isMatched(pattern, form, words(text, unstemmed(form)).get(at)))
        .mapToObj(at -> new Span(tokens.get(at).start(), tokens.get(at + length - 1).end()))
        .toList();
  }

  private static boolean isAt(TextPattern pattern, Form form, List<String> there) {
    return switch (pattern) {
      case TextPattern.Words p -> words(p.text(), form).contains(there.get(0));
      case TextPattern.Phrase p -> words(p.text(), form).equals(there);
      default -> throw new IllegalArgumentException(pattern + " is for a single word");
    };
  }

  private static Form unstemmed(Form form) {
    return form == Form.STEM ? Form.EXACT : form;
  }

  private static Predicate<String> wildcard(String pattern) {
    return Pattern.compile(
            pattern.replaceAll("[^*?]+", "\\\\Q$0\\\\E").replace("*", ".*").replace('?', '.'))
        .asMatchPredicate();
  }

  private static Predicate<String> single(TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Wildcard p -> wildcard(folded(p.pattern()));
      case TextPattern.Fuzzy p -> word -> distance(folded(p.word()), word) <= p.edits();
      case TextPattern.Regex p ->
          Pattern.compile(p.pattern(), Pattern.CASE_INSENSITIVE).asMatchPredicate();
      default -> throw new IllegalArgumentException(pattern + " is not for a single word");
    };
  }

  /** Letters added, left out, changed or swapped with the next. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : Integer.MAX_VALUE;
        if (i > 0 && j > 0) {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        }
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static boolean isNear(
      List<String> there, List<String> words, List<Integer> at, TextPattern.Near near) {
    if (at.size() == words.size()) {
      int first = at.stream().min(Integer::compare).orElseThrow();
      int last = at.stream().max(Integer::compare).orElseThrow();
      return last - first + 1 - words.size() <= near.within();
    }
    for (int i = 0; i < there.size(); i++) {
      boolean inOrder = near.order() == Order.ANY || at.isEmpty() || i > at.getLast();
      if (inOrder && !at.contains(i) && there.get(i).equals(words.get(at.size()))) {
        at.add(i);
        if (isNear(there, words, at, near)) {
          return true;
        }
        at.removeLast();
      }
    }
    return false;
  }

  /** Whether the words can be in their order when moved by no more than the slop. */
  private static boolean hasPhrase(List<String> there, List<String> words, int slop) {
    return places(there, words, 0, new int[words.size()], slop);
  }

  private static boolean places(
      List<String> there, List<String> words, int i, int[] shifts, int slop) {
    if (i == words.size()) {
      return IntStream.of(shifts).max().orElse(0) - IntStream.of(shifts).min().orElse(0) <= slop;
    }
    return IntStream.range(0, there.size())
        .filter(at -> there.get(at).equals(words.get(i)))
        .anyMatch(at -> {
          shifts[i] = at - i;
          return places(there, words, i + 1, shifts, slop);
        });
  }

  static List<String> words(String text, Form form) {
    return TEXTS.computeIfAbsent(
        form + text,
        t ->
            WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word ->
                    switch (form) {
                      case STEM -> stem(word);
                      case EXACT -> folded(word);
                      case CASE -> composed(word);
                    })
                .toList());
  }

  private static String stem(String word) {
    return STEMS.getOrDefault(word, folded(word));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replace('\u2019', '\'');
  }

  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('\u2019', '\'')
        .toLowerCase(Locale.ROOT);
  }
}
