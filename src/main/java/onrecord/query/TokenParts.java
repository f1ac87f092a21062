package onrecord.query;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The parts of patterns of words, whose number and depth are limited, so that every pattern can be
 * matched.
 */
final class TokenParts {

  private TokenParts() {}

  /**
   * {@return a copy of the parts of a combination}
   *
   * @throws IllegalArgumentException if there are fewer than two
   */
  static <T> List<T> requireTwo(String what, List<T> parts) {
    List<T> copy = List.copyOf(parts);
    if (copy.size() < 2) {
      throw new IllegalArgumentException(
          what + " must have at least two parts, but had " + copy.size());
    }
    return copy;
  }

  /**
   * Checks a size and a depth.
   *
   * @throws IllegalArgumentException if one exceeds its limit
   */
  static void require(long size, int depth) {
    if (size > TokenPattern.MAX_SIZE) {
      throw new IllegalArgumentException(
          "at most "
              + TokenPattern.MAX_SIZE
              + " words were expected, every repetition written out, but were "
              + size);
    }
    if (depth > TokenPattern.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a pattern must be nested at most " + TokenPattern.MAX_DEPTH + " deep");
    }
  }

  /** {@return the number of words of patterns} */
  static long of(Collection<TokenPattern> patterns) {
    return patterns.stream().mapToLong(TokenParts::of).sum();
  }

  private static long of(TokenPattern pattern) {
    return switch (pattern) {
      case TokenPattern.Any any -> 1;
      case TokenPattern.Token token -> of(token.test());
      case TokenPattern.Sequence sequence -> of(sequence.patterns());
      case TokenPattern.Either either -> of(either.patterns());
      case TokenPattern.Repeated p -> repeated(p.pattern(), p.min(), p.max());
    };
  }

  /** {@return the number of words of a pattern with its repetitions written out} */
  static long repeated(TokenPattern pattern, int min, OptionalInt max) {
    return of(pattern) * (max.isPresent() ? max.getAsInt() : min + 1L);
  }

  /** {@return the number of values that a test compares with, but at least 1} */
  static long of(TokenTest test) {
    return switch (test) {
      case TokenTest.Compared compared -> 1;
      case TokenTest.Not not -> of(not.test());
      case TokenTest.And and -> ofTests(and.tests());
      case TokenTest.Or or -> ofTests(or.tests());
    };
  }

  /** {@return the number of values of tests} */
  static long ofTests(Collection<TokenTest> tests) {
    return tests.stream().mapToLong(TokenParts::of).sum();
  }

  /** {@return the maximum depth of patterns} */
  static int depth(Collection<TokenPattern> patterns) {
    return patterns.stream().mapToInt(TokenParts::depth).max().orElse(0);
  }

  /** {@return the depth of a pattern} */
  static int depth(TokenPattern pattern) {
    return switch (pattern) {
      case TokenPattern.Any any -> 1;
      case TokenPattern.Token token -> depth(token.test());
      case TokenPattern.Sequence sequence -> 1 + depth(sequence.patterns());
      case TokenPattern.Either either -> 1 + depth(either.patterns());
      case TokenPattern.Repeated repeated -> 1 + depth(repeated.pattern());
    };
  }

  /** {@return the maximum depth of tests} */
  static int depthOfTests(Collection<TokenTest> tests) {
    return tests.stream().mapToInt(TokenParts::depth).max().orElse(0);
  }

  /** {@return the depth of a test} */
  static int depth(TokenTest test) {
    return switch (test) {
      case TokenTest.Compared compared -> 1;
      case TokenTest.Not not -> 1 + depth(not.test());
      case TokenTest.And and -> 1 + depthOfTests(and.tests());
      case TokenTest.Or or -> 1 + depthOfTests(or.tests());
    };
  }

  /** {@return what words are compared with in a pattern} */
  static Stream<TokenTest.Compared> values(TokenPattern pattern) {
    return switch (pattern) {
      case TokenPattern.Any any -> Stream.empty();
      case TokenPattern.Token token -> values(token.test());
      case TokenPattern.Sequence sequence ->
          sequence.patterns().stream().flatMap(TokenParts::values);
      case TokenPattern.Either either -> either.patterns().stream().flatMap(TokenParts::values);
      case TokenPattern.Repeated repeated -> values(repeated.pattern());
    };
  }

  private static Stream<TokenTest.Compared> values(TokenTest test) {
    return switch (test) {
      case TokenTest.Compared compared -> Stream.of(compared);
      case TokenTest.Not not -> values(not.test());
      case TokenTest.And and -> and.tests().stream().flatMap(TokenParts::values);
      case TokenTest.Or or -> or.tests().stream().flatMap(TokenParts::values);
    };
  }
}
