package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/**
 * A pattern of consecutive words of a text, in the language that corpus tools call CQL. Immutable.
 *
 * {@snippet file="onrecord/query/SnippetsTest.java" region="tokens"}
 *
 * <p>A match has at least one word. Matches do not overlap: the first word at which one can begin
 * begins one, and of several that begin there, the longest counts. The time that is needed to match
 * a text grows linearly with the text.
 *
 * <p>{@code toString} returns the pattern as {@link #parse} accepts it. The constructors throw
 * {@link IllegalArgumentException} if a pattern has more than {@value #MAX_SIZE} words, every
 * repetition written out, or is nested more than {@value #MAX_DEPTH} deep.
 */
public sealed interface TokenPattern {

  /** The maximum number of words of a pattern, every repetition written out. */
  int MAX_SIZE = 1_000;

  /** The maximum depth to which patterns, and tests of words, are nested. */
  int MAX_DEPTH = 50;

  /** The maximum length of a pattern that is parsed, in {@code char} values. */
  int MAX_LENGTH = 10_000;

  /** Matches any one word. */
  record Any() implements TokenPattern {
    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * Matches one word that satisfies a test.
   *
   * @param test what the word must satisfy
   */
  record Token(TokenTest test) implements TokenPattern {
    /** Validates that the test is not null. */
    public Token {
      TokenParts.require(1, TokenParts.depth(requireNonNull(test, "test")));
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * Matches what several patterns match one after the other.
   *
   * @param patterns the patterns, at least two
   */
  record Sequence(List<TokenPattern> patterns) implements TokenPattern {
    /** Validates the patterns. */
    public Sequence {
      patterns = TokenParts.requireTwo("a sequence", patterns);
      TokenParts.require(TokenParts.of(patterns), TokenParts.depth(patterns) + 1);
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * Matches what at least one of several patterns matches.
   *
   * @param patterns the patterns, at least two
   */
  record Either(List<TokenPattern> patterns) implements TokenPattern {
    /** Validates the patterns. */
    public Either {
      patterns = TokenParts.requireTwo("alternatives", patterns);
      TokenParts.require(TokenParts.of(patterns), TokenParts.depth(patterns) + 1);
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * Matches what a pattern matches several times in succession.
   *
   * @param pattern the pattern
   * @param min the minimum number of times
   * @param max the maximum number of times, at least 1; empty for any number
   */
  record Repeated(TokenPattern pattern, int min, OptionalInt max) implements TokenPattern {
    /** Validates the components. */
    public Repeated {
      requireNonNull(pattern, "pattern");
      requireNonNull(max, "max");
      if (min < 0 || max.orElse(Integer.MAX_VALUE) < Math.max(1, min)) {
        throw new IllegalArgumentException(
            "a number of times such as {0,3} was expected, with a maximum of 1 or more that is not"
                + " less than the minimum, but was "
                + TokenWriter.times(min, max));
      }
      TokenParts.require(TokenParts.repeated(pattern, min, max), TokenParts.depth(pattern) + 1);
    }

    @Override
    public String toString() {
      return TokenWriter.write(this);
    }
  }

  /**
   * {@return the pattern that a text denotes}
   *
   * <p>The page of {@linkplain onrecord.query this package} has the grammar.
   *
   * @throws QuerySyntaxException if the text cannot be parsed
   */
  static TokenPattern parse(String text) {
    return TokenReader.read(requireNonNull(text, "text"));
  }
}
