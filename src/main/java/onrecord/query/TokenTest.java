package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.syntax.SyntaxParser;

/**
 * A test of one word of a text, as a {@link TokenPattern} has it between square brackets.
 * Immutable.
 *
 * <p>The constructors throw {@link IllegalArgumentException} if tests are nested more than {@value
 * TokenPattern#MAX_DEPTH} deep, or have more than {@value TokenPattern#MAX_SIZE} values.
 */
public sealed interface TokenTest {

  /**
   * Compares a property of the word with a value.
   *
   * @param property what is compared
   * @param value a word or a regular expression for the whole word, as {@link TextPattern.Regex}
   *     describes it. A value without any of the characters {@code . ? * + | ( ) [ ] { } \ "} is a
   *     word, which is compared without case and accents unless {@link Property#CASE} is. An
   *     apostrophe is never preceded by a backslash, a quotation mark always.
   */
  record Compared(Property property, String value) implements TokenTest {

    private static final Pattern MARKS = Pattern.compile("\\\\[^'\"]|\\\\?(['\"])");
    private static final Pattern OF_EXPRESSIONS = Pattern.compile("[.?*+|()\\[\\]{}\\\\\"]");

    /** Validates the value. */
    public Compared {
      requireNonNull(property, "property");
      if (requireNonNull(value, "value").isEmpty() || value.length() > TextPattern.MAX_LENGTH) {
        throw new IllegalArgumentException(
            "a word or a regular expression of 1 to "
                + TextPattern.MAX_LENGTH
                + " characters was expected");
      }
      value =
          MARKS
              .matcher(value)
              .replaceAll(mark ->
                  Matcher.quoteReplacement(
                      mark.group(1) == null
                          ? mark.group()
                          : mark.group(1).equals("'") ? "'" : "\\\""));
      if (value.replaceAll("(?s)\\\\.", "").endsWith("\\")) {
        throw new IllegalArgumentException(
            "a character was expected after the backslash at the end of '" + value + "'");
      }
      if (isWord(value) && !WordText.hasWord(value)) {
        throw new IllegalArgumentException(
            "a word was expected, but '" + value + "' has no letter or digit");
      }
      try {
        SyntaxParser.requireRegex(value);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "a word or a regular expression was expected: " + e.getMessage(), e);
      }
    }

    /** {@return whether the value is a word, not a regular expression} */
    public boolean isWord() {
      return isWord(value);
    }

    private static boolean isWord(String value) {
      return !OF_EXPRESSIONS.matcher(value).find();
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * Accepts what another test does not accept.
   *
   * @param test the other test
   */
  record Not(TokenTest test) implements TokenTest {
    /** Validates the test. */
    public Not {
      requireNonNull(test, "test");
      TokenParts.require(TokenParts.of(test), TokenParts.depth(test) + 1);
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * Accepts what all of several tests accept.
   *
   * @param tests the tests, at least two
   */
  record And(List<TokenTest> tests) implements TokenTest {
    /** Validates the tests. */
    public And {
      tests = TokenParts.requireTwo("tests joined by &", tests);
      TokenParts.require(TokenParts.ofTests(tests), TokenParts.depthOfTests(tests) + 1);
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * Accepts what at least one of several tests accepts.
   *
   * @param tests the tests, at least two
   */
  record Or(List<TokenTest> tests) implements TokenTest {
    /** Validates the tests. */
    public Or {
      tests = TokenParts.requireTwo("tests joined by |", tests);
      TokenParts.require(TokenParts.ofTests(tests), TokenParts.depthOfTests(tests) + 1);
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /** A property of a word. */
  enum Property {
    /** The word as it is written but for case and accents, as {@link Form#EXACT}. */
    WORD,
    /**
     * The English stem of the word. A value that is a word is compared as in a query without a
     * field, so that "election" accepts "Elections"; a regular expression is compared with the
     * stem.
     */
    STEM,
    /** The word as it is written, with its case and accents, as {@link Form#CASE}. */
    CASE;

    /** {@return the name in patterns} */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the names in patterns, for messages} */
    static String words() {
      return Stream.of(values()).map(Property::word).collect(Collectors.joining(", "));
    }
  }
}
