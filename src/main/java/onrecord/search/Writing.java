package onrecord.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import onrecord.search.Words.Word;
import onrecord.text.Folding;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;

/** Words as they are written, which the index does not distinguish from others. Immutable. */
sealed interface Writing
    permits Writing.Cased,
        Writing.CasedPattern,
        Writing.Hyphenated,
        Writing.Marked,
        StoredWords,
        TokenSequence {

  /**
   * A match.
   *
   * @param first the position of its first word in the text
   * @param last the position of its last word
   */
  record Place(int first, int last) {}

  /** {@return the places of these words in a text, given all words of the text} */
  List<Place> in(String text, List<Word> words);

  /** {@return a letter sequence with composed accents and straight apostrophes} */
  static String normal(String letters) {
    return Normalizer.normalize(letters, Normalizer.Form.NFC)
        .replaceAll("[\u2018\u2019\u02bb\u02bc\u2032]", "'");
  }

  /**
   * Consecutive words in the given case and with the given accents.
   *
   * @param words the words, each in its {@link Writing#normal} form
   */
  record Cased(List<String> words) implements Writing {

    /** {@return the words of a text} */
    static Cased of(String text, Words splitter) {
      return new Cased(
          splitter.of(text).stream()
              .map(word -> normal(text.substring(word.start(), word.end())))
              .toList());
    }

    @Override
    public List<Place> in(String text, List<Word> all) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i + words.size() <= all.size(); i++) {
        int at = 0;
        while (at < words.size() && words.get(at).equals(written(text, all.get(i + at)))) {
          at++;
        }
        if (at == words.size()) {
          places.add(new Place(i, i + at - 1));
        }
      }
      return places;
    }
  }

  /**
   * A word in the given case and with the given accents, with wildcards.
   *
   * @param pattern the pattern, as in {@link onrecord.query.TextPattern.Wildcard}
   */
  record CasedPattern(String pattern) implements Writing {
    @Override
    public List<Place> in(String text, List<Word> all) {
      CharacterRunAutomaton automaton =
          new CharacterRunAutomaton(
              Operations.determinize(
                  WordAutomata.wildcard(pattern, Writing::normal),
                  Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
      List<Place> places = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (automaton.run(written(text, all.get(i)))) {
          places.add(new Place(i, i));
        }
      }
      return places;
    }
  }

  /**
   * Consecutive words with the marks that make another word of them, such as "C++" and "AT&amp;T".
   *
   * @param words the number of words
   * @param written the words with the marks, in their normal form
   * @param normal the normal form of a text
   */
  record Marked(int words, String written, Normal normal) implements Writing {

    private static final Pattern WITH_MARKS =
        Pattern.compile("(?U)[\\p{L}\\p{N}]([+#]+|&(?=[\\p{L}\\p{N}]))|#(?=[\\p{L}\\p{N}])");
    private static final Pattern BETWEEN = Pattern.compile("(?U)[^\\p{L}\\p{M}\\p{N}'+#&]+");
    private static final Pattern POSSESSIVE = Pattern.compile("'s$");

    /** Whether case and accents count. */
    enum Normal {
      /** They do not count. */
      FOLDED(Folding::fold),
      /** They count. */
      CASED(Writing::normal);

      // Immutable, as the functions are stateless.
      @SuppressWarnings("ImmutableEnumChecker")
      private final UnaryOperator<String> form;

      Normal(UnaryOperator<String> form) {
        this.form = form;
      }

      String of(String text) {
        return BETWEEN.matcher(form.apply(text)).replaceAll(" ").strip();
      }
    }

    /** {@return whether a text has marks that are part of words} */
    static boolean isIn(String text) {
      return hasMark(text) && WITH_MARKS.matcher(text).find();
    }

    /** {@return whether a text has a character that may be such a mark, which few have} */
    private static boolean hasMark(String text) {
      return text.indexOf('+') >= 0 || text.indexOf('#') >= 0 || text.indexOf('&') >= 0;
    }

    /** {@return the words of a text, which has one or more} */
    static Marked of(String text, Words splitter, Normal normal) {
      List<Word> words = splitter.of(text);
      int start = startOfMarks(text, words.getFirst().start());
      int end = endOfMarks(text, words.getLast().end());
      return new Marked(words.size(), normal.of(text.substring(start, end)), normal);
    }

    private static int startOfMarks(String text, int start) {
      int at = start;
      while (at > 0 && text.charAt(at - 1) == '#') {
        at--;
      }
      return at;
    }

    private static int endOfMarks(String text, int end) {
      int at = end;
      while (at < text.length() && "+#".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at;
    }

    @Override
    public List<Place> in(String text, List<Word> all) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i + words <= all.size(); i++) {
        int start = startOfMarks(text, all.get(i).start());
        int end = endOfMarks(text, all.get(i + words - 1).end());
        String there = normal.of(text.substring(start, end));
        if (there.equals(written)
            || (normal == Normal.FOLDED
                && POSSESSIVE.matcher(there).replaceFirst("").equals(written))) {
          places.add(new Place(i, i + words - 1));
        }
      }
      return places;
    }
  }

  /**
   * A prefix and a word with a hyphen between them, such as "e-mail".
   *
   * @param prefix the prefix, without case and accents
   * @param field the field whose terms the word is compared by
   * @param terms the terms of which the word must have one
   */
  record Hyphenated(String prefix, WordField field, Set<Term> terms) implements Writing {

    private static final Pattern HYPHEN = Pattern.compile("[-\u2010\u2011]");

    @Override
    public List<Place> in(String text, List<Word> all) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i + 1 < all.size(); i++) {
        Word next = all.get(i + 1);
        if (all.get(i).term().equals(prefix)
            && HYPHEN.matcher(text.substring(all.get(i).end(), next.start())).matches()
            && field.indexed(next.term()).stream().anyMatch(terms::contains)) {
          places.add(new Place(i, i + 1));
        }
      }
      return places;
    }
  }

  /** {@return a word of a text in its normal form} */
  static String written(String text, Word word) {
    return normal(text.substring(word.start(), word.end()));
  }
}
