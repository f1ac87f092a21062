package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.syntax.SyntaxParser;

/** A pattern of words to search for. Immutable. */
public sealed interface TextPattern {

  /** The maximum distance between words, in words. */
  int MAX_DISTANCE = 10_000;

  /**
   * The maximum length of a wildcard pattern, a fuzzy word or a regular expression, in {@code char}
   * values.
   */
  int MAX_LENGTH = 1_000;

  /** The number of words that must occur. */
  enum Match {
    /** All of the words. */
    ALL,
    /** At least one of the words. */
    ANY
  }

  /** The order in which words must occur. */
  enum Order {
    /** The order in which they are given. */
    GIVEN,
    /** Any order. */
    ANY
  }

  /** {@return whether the pattern consists of whole words, which can be compared by their stems} */
  default boolean isOfWords() {
    return this instanceof Words || this instanceof Phrase || this instanceof Near;
  }

  /**
   * Words in any order and at any place. All words of a name must be words of the same name.
   *
   * @param text the words
   * @param match the number of them that must occur
   */
  record Words(String text, Match match) implements TextPattern {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if {@code text} contains no word
     */
    public Words {
      requireWord("words", text);
      requireNonNull(match, "match");
    }
  }

  /**
   * Words next to each other.
   *
   * @param text the words, in order; in a word, {@code *} matches any number of characters, unless
   *     a backslash precedes it
   * @param slop the maximum total distance, in words, by which they may have to be moved to match
   *     the phrase: 0 to {@value #MAX_DISTANCE}; swapping two adjacent words counts as 2. If a word
   *     occurs twice in the phrase, the words are only moved apart, not swapped.
   */
  record Phrase(String text, int slop) implements TextPattern {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if {@code text} contains no word or {@code slop} is out of
     *     bounds
     */
    public Phrase {
      requireWord("phrase", text);
      requireDistance("slop of a phrase", slop);
    }
  }

  /**
   * Words near each other.
   *
   * @param text the words
   * @param within the maximum total number of other words between them, 0 to {@value #MAX_DISTANCE}
   * @param order the order in which they must occur
   */
  record Near(String text, int within, Order order) implements TextPattern {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if {@code text} contains no word or {@code within} is out of
     *     bounds
     */
    public Near {
      requireWord("near", text);
      requireDistance("distance of near words", within);
      requireNonNull(order, "order");
    }
  }

  /**
   * A word with wildcards.
   *
   * @param pattern the word; {@code *} matches any number of characters, {@code ?} matches one, and
   *     a backslash escapes the character after it
   */
  record Wildcard(String pattern) implements TextPattern {
    private static final Pattern ESCAPED = Pattern.compile("(?s)\\\\(.)");

    /**
     * Validates the pattern.
     *
     * @throws IllegalArgumentException if it is empty, too long, contains neither {@code *} nor
     *     {@code ?}, or ends in a lone backslash
     */
    public Wildcard {
      requireLength("wildcard pattern", pattern);
      String bare = ESCAPED.matcher(pattern).replaceAll("");
      if (bare.indexOf('*') < 0 && bare.indexOf('?') < 0) {
        throw new IllegalArgumentException(
            "wildcard pattern must contain * or ?, but was '" + pattern + "'");
      }
      if (bare.endsWith("\\")) {
        throw new IllegalArgumentException(
            "wildcard pattern must not end in a lone backslash, but was '" + pattern + "'");
      }
      // Removes redundant backslashes, so that equivalent patterns are equal.
      pattern =
          ESCAPED
              .matcher(pattern)
              .replaceAll(escaped ->
                  Matcher.quoteReplacement(
                      "\\*?".contains(escaped.group(1)) ? escaped.group() : escaped.group(1)));
    }

    /** {@return a pattern that matches the words with a prefix} */
    static Wildcard prefix(String start) {
      requireWord("prefix", start);
      return new Wildcard(start.replaceAll("[\\\\*?]", "\\\\$0") + "*");
    }
  }

  /**
   * A word that may be misspelled.
   *
   * @param word the word
   * @param edits the maximum number of letters added, removed, replaced or swapped with the next, 1
   *     or 2
   */
  record Fuzzy(String word, int edits) implements TextPattern {
    /**
     * Validates the components.
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
   * A regular expression for a single word, ignoring case and accents: written in plain letters
   * ("cafe"), it matches "Café". It supports {@code . * + ? | ( ) [ ] { }}, the classes {@code \d
   * \w \s}, and literal characters after a backslash or in quotation marks. A search rejects an
   * expression that requires a character that no word contains, such as a space or a hyphen.
   *
   * @param pattern the expression, without "/", which no word contains
   */
  record Regex(String pattern) implements TextPattern {
    /**
     * Validates the expression.
     *
     * @throws IllegalArgumentException if it is not a regular expression, is empty or too long, or
     *     contains a slash
     */
    public Regex {
      requireLength("regular expression", pattern);
      if (pattern.indexOf('/') >= 0 || pattern.endsWith("\\")) {
        throw new IllegalArgumentException(
            "regular expression must not contain a slash or end in a backslash, but was '"
                + pattern
                + "'");
      }
      try {
        SyntaxParser.requireRegex(pattern);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "regular expression '" + pattern + "' is not valid: " + e.getMessage(), e);
      }
    }
  }

  /**
   * A pattern of consecutive words, which states for each word how it is compared.
   *
   * @param pattern the pattern
   */
  record Tokens(TokenPattern pattern) implements TextPattern {
    /** Validates that the pattern is not null. */
    public Tokens {
      requireNonNull(pattern, "pattern");
    }
  }

  private static void requireLength(String name, String text) {
    if (requireNonNull(text, name).isEmpty() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          name + " must have 1 to " + MAX_LENGTH + " characters, but had " + text.length());
    }
  }

  private static void requireWord(String name, String text) {
    if (!WordText.hasWord(requireNonNull(text, name))) {
      throw new IllegalArgumentException(
          name + " of a query must contain a letter or a digit, but was '" + text + "'");
    }
  }

  private static void requireDistance(String name, int distance) {
    if (distance < 0 || distance > MAX_DISTANCE) {
      throw new IllegalArgumentException(
          name + " must be 0 to " + MAX_DISTANCE + ", but was " + distance);
    }
  }
}
