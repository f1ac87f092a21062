package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.syntax.SyntaxParser;

/** What words are looked for. Immutable. */
public sealed interface TextPattern {

  /** How far apart words can be asked for, in words. */
  int MAX_DISTANCE = 10_000;

  /** How long a wildcard pattern, a fuzzy word or a regular expression can be, in characters. */
  int MAX_LENGTH = 1_000;

  /** How many of several words must be there. */
  enum Match {
    /** Each of them. */
    ALL,
    /** One of them or more. */
    ANY
  }

  /** In which order words must stand. */
  enum Order {
    /** As they are given. */
    GIVEN,
    /** In any. */
    ANY
  }

  /** {@return whether the pattern is made of whole words, which can be compared by their stem} */
  default boolean isOfWords() {
    return this instanceof Words || this instanceof Phrase || this instanceof Near;
  }

  /**
   * Words in any order and place.
   *
   * @param text the words
   * @param match how many of them must be there
   */
  record Words(String text, Match match) implements TextPattern {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code text} holds no word
     */
    public Words {
      requireWord("words", text);
      requireNonNull(match, "match");
    }
  }

  /**
   * Words side by side.
   *
   * @param text the words, in their order
   * @param slop how far, in words, they may be moved altogether to stand as asked: 0 to {@value
   *     #MAX_DISTANCE}; two words that have changed places are 2 apart
   */
  record Phrase(String text, int slop) implements TextPattern {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code text} holds no word or {@code slop} is out of
     *     bounds
     */
    public Phrase {
      requireWord("phrase", text);
      requireDistance("slop of a phrase", slop);
    }
  }

  /**
   * Words near one another.
   *
   * @param text the words
   * @param within how many other words may stand between them altogether, 0 to {@value
   *     #MAX_DISTANCE}
   * @param order in which order they must stand
   */
  record Near(String text, int within, Order order) implements TextPattern {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code text} holds no word or {@code within} is out of
     *     bounds
     */
    public Near {
      requireWord("near", text);
      requireDistance("distance of near words", within);
      requireNonNull(order, "order");
    }
  }

  /**
   * A word of which only parts are given.
   *
   * @param pattern the word; {@code *} stands for any number of characters, {@code ?} for one, and
   *     a backslash takes the character behind it as it is
   */
  record Wildcard(String pattern) implements TextPattern {
    private static final Pattern ESCAPED = Pattern.compile("(?s)\\\\(.)");

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException if it is empty, too long, has no {@code *} or {@code ?}, or
     *     ends in a lone backslash
     */
    public Wildcard {
      requireLength("wildcard pattern", pattern);
      String bare = ESCAPED.matcher(pattern).replaceAll("");
      if (bare.indexOf('*') < 0 && bare.indexOf('?') < 0) {
        throw new IllegalArgumentException(
            "wildcard pattern must hold * or ?, but was '" + pattern + "'");
      }
      if (bare.endsWith("\\")) {
        throw new IllegalArgumentException(
            "wildcard pattern must not end in a lone backslash, but was '" + pattern + "'");
      }
      // A backslash that changes nothing is left out, so that equal patterns are equal.
      pattern =
          ESCAPED
              .matcher(pattern)
              .replaceAll(escaped ->
                  Matcher.quoteReplacement(
                      "\\*?".contains(escaped.group(1)) ? escaped.group() : escaped.group(1)));
    }

    /** {@return a pattern for the words that begin with some letters} */
    static Wildcard prefix(String start) {
      requireWord("prefix", start);
      return new Wildcard(start.replaceAll("[\\\\*?]", "\\\\$0") + "*");
    }
  }

  /**
   * A word that may be misspelt.
   *
   * @param word the word
   * @param edits how many letters may be added, left out, changed or swapped with the next, 1 or 2
   */
  record Fuzzy(String word, int edits) implements TextPattern {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the word is empty or too long, or {@code edits} is out of
     *     bounds
     */
    public Fuzzy {
      requireLength("fuzzy word", word);
      requireWord("fuzzy word", word);
      if (edits < 1 || edits > 2) {
        throw new IllegalArgumentException(
            "edits of a fuzzy word must be 1 or 2, but was " + edits);
      }
    }
  }

  /**
   * A regular expression for one word, without case and accents: written in plain letters ("cafe"),
   * it finds "Café". It knows {@code . * + ? | ( ) [ ] { }}, the classes {@code \d \w \s}, and a
   * backslash before what is meant as it is, or quotation marks around it. A search refuses one
   * that needs what no word holds, such as a space or a hyphen.
   *
   * @param pattern the expression, without "/", which is part of no word
   */
  record Regex(String pattern) implements TextPattern {
    /**
     * Checks the expression.
     *
     * @throws IllegalArgumentException if it is none, empty, too long, or holds a slash
     */
    public Regex {
      requireLength("regular expression", pattern);
      if (pattern.indexOf('/') >= 0 || pattern.endsWith("\\")) {
        throw new IllegalArgumentException(
            "regular expression must hold no slash and not end in a backslash, but was '"
                + pattern
                + "'");
      }
      try {
        SyntaxParser.requireRegex(pattern);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "regular expression '" + pattern + "' cannot be read: " + e.getMessage(), e);
      }
    }
  }

  private static void requireLength(String name, String text) {
    if (requireNonNull(text, name).isEmpty() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          name + " must have 1 to " + MAX_LENGTH + " characters, but had " + text.length());
    }
  }

  private static void requireWord(String name, String text) {
    if (requireNonNull(text, name).codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException(
          name + " of a query must hold a letter or a digit, but was '" + text + "'");
    }
  }

  private static void requireDistance(String name, int distance) {
    if (distance < 0 || distance > MAX_DISTANCE) {
      throw new IllegalArgumentException(
          name + " must be 0 to " + MAX_DISTANCE + ", but was " + distance);
    }
  }
}
