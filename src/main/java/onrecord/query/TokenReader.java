package onrecord.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Parses patterns of words. The page of this package has the grammar, of which each method reads
 * one rule. Not thread-safe.
 */
final class TokenReader {

  private final String text;
  private int at;
  private int depth;

  private TokenReader(String text) {
    this.text = text;
  }

  /** {@return the pattern that a text denotes} */
  static TokenPattern read(String text) {
    if (text.length() > TokenPattern.MAX_LENGTH) {
      throw new QuerySyntaxException(
          "a pattern of at most " + TokenPattern.MAX_LENGTH + " characters was expected",
          TokenPattern.MAX_LENGTH);
    }
    TokenReader reader = new TokenReader(text);
    TokenPattern pattern = reader.pattern();
    if (!reader.isAtEnd()) {
      throw reader.unexpected("a word, |, or the end of the pattern");
    }
    return pattern;
  }

  private TokenPattern pattern() {
    int start = at;
    List<TokenPattern> parts = separated('|', this::sequence);
    return parts.size() == 1
        ? parts.getFirst()
        : checked(start, () -> new TokenPattern.Either(parts));
  }

  /** {@return what is read once, and again after each separator} */
  private <T> List<T> separated(char separator, Supplier<T> part) {
    List<T> parts = new ArrayList<>();
    do {
      parts.add(part.get());
    } while (skip(separator));
    return parts;
  }

  private TokenPattern sequence() {
    int start = at;
    List<TokenPattern> parts = new ArrayList<>();
    do {
      parts.add(element());
    } while (!isAtEnd() && "'\"[(".indexOf(text.charAt(at)) >= 0);
    return parts.size() == 1
        ? parts.getFirst()
        : checked(start, () -> new TokenPattern.Sequence(parts));
  }

  private TokenPattern element() {
    TokenPattern atom = atom();
    skipSpaces();
    int start = at;
    Optional<Times> times = times();
    return times.isEmpty()
        ? atom
        : checked(
            start, () -> new TokenPattern.Repeated(atom, times.get().min(), times.get().max()));
  }

  private TokenPattern atom() {
    skipSpaces();
    int start = at;
    if (skip('(')) {
      return nested(start, this::pattern);
    }
    boolean isInBrackets = skip('[');
    if (isInBrackets && skip(']')) {
      return new TokenPattern.Any();
    }
    TokenTest test =
        isInBrackets
            ? tests()
            : compared(start, TokenTest.Property.WORD, "a word in ' or \", [ or (");
    if (isInBrackets) {
      require(']');
    }
    return checked(start, () -> new TokenPattern.Token(test));
  }

  /** {@return what is between brackets, of which the first has been read} */
  private <T> T nested(int opening, Supplier<T> inner) {
    T read = deeper(opening, inner);
    require(')');
    return read;
  }

  private <T> T deeper(int position, Supplier<T> inner) {
    if (++depth > TokenPattern.MAX_DEPTH) {
      throw new QuerySyntaxException(
          "at most " + TokenPattern.MAX_DEPTH + " open brackets and ! were expected", position);
    }
    T read = inner.get();
    depth--;
    return read;
  }

  private TokenTest tests() {
    return joined('|', () -> joined('&', this::test, TokenTest.And::new), TokenTest.Or::new);
  }

  private TokenTest joined(
      char sign, Supplier<TokenTest> part, Function<List<TokenTest>, TokenTest> all) {
    int start = at;
    List<TokenTest> tests = separated(sign, part);
    return tests.size() == 1 ? tests.getFirst() : checked(start, () -> all.apply(tests));
  }

  private TokenTest test() {
    skipSpaces();
    int start = at;
    if (skip('!')) {
      TokenTest test = deeper(start, this::test);
      return checked(start, () -> new TokenTest.Not(test));
    }
    return skip('(') ? nested(start, this::tests) : comparison();
  }

  private TokenTest comparison() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    TokenTest.Property property =
        Stream.of(TokenTest.Property.values())
            .filter(each -> each.word().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new QuerySyntaxException(
                    "one of "
                        + TokenTest.Property.words()
                        + " was expected, "
                        + (name.isEmpty() ? found(start) : "but was '" + shortened(name) + "'"),
                    start));
    boolean isNegated = skip('!');
    require('=');
    skipSpaces();
    TokenTest compared = compared(at, property, "a value in ' or \"");
    return isNegated ? new TokenTest.Not(compared) : compared;
  }

  /** {@return a test for a value in quotation marks, which begins at a position} */
  private TokenTest compared(int start, TokenTest.Property property, String expected) {
    if (isAtEnd() || "'\"".indexOf(text.charAt(at)) < 0) {
      throw unexpected(expected);
    }
    char mark = text.charAt(at);
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != mark) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw new QuerySyntaxException("a closing " + mark + " was expected for this one", start);
    }
    at = end + 1;
    String value = text.substring(start + 1, end);
    return checked(start + 1, () -> new TokenTest.Compared(property, value));
  }

  /** The minimum and the maximum of a repetition. */
  private record Times(int min, OptionalInt max) {}

  private Optional<Times> times() {
    if (skip('*')) {
      return Optional.of(new Times(0, OptionalInt.empty()));
    }
    if (skip('+')) {
      return Optional.of(new Times(1, OptionalInt.empty()));
    }
    if (skip('?')) {
      return Optional.of(new Times(0, OptionalInt.of(1)));
    }
    return skip('{') ? Optional.of(bounds()) : Optional.empty();
  }

  private Times bounds() {
    OptionalInt min = number();
    boolean isRange = skip(',');
    OptionalInt max = isRange ? number() : min;
    if (min.isEmpty() && max.isEmpty()) {
      throw unexpected("a number, such as {2} or {0,3},");
    }
    require('}');
    return new Times(min.orElse(0), max);
  }

  private OptionalInt number() {
    skipSpaces();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      return OptionalInt.empty();
    }
    if (at - start > 9) {
      throw new QuerySyntaxException("a number of up to nine digits was expected", start);
    }
    return OptionalInt.of(Integer.parseInt(text.substring(start, at)));
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean isAtEnd() {
    skipSpaces();
    return at == text.length();
  }

  private boolean skip(char sign) {
    boolean is = !isAtEnd() && text.charAt(at) == sign;
    at += is ? 1 : 0;
    return is;
  }

  private void require(char sign) {
    if (!skip(sign)) {
      throw unexpected(String.valueOf(sign));
    }
  }

  private QuerySyntaxException unexpected(String expected) {
    skipSpaces();
    if (at < text.length() && text.charAt(at) == '%') {
      return new QuerySyntaxException(
          "no flag was expected; case and accents are ignored, unless [case=...] is written", at);
    }
    return new QuerySyntaxException(expected + " was expected, " + found(at), at);
  }

  private String found(int position) {
    return position == text.length()
        ? "but the pattern ends"
        : "but found '" + Character.toString(text.codePointAt(position)) + "'";
  }

  private static String shortened(String name) {
    return name.length() > 30 ? name.substring(0, 30) + "..." : name;
  }

  /** Returns a part of the pattern, or reports the position of the part if it is not valid. */
  private static <T> T checked(int position, Supplier<T> part) {
    try {
      return part.get();
    } catch (QuerySyntaxException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      QuerySyntaxException error =
          new QuerySyntaxException(String.valueOf(e.getMessage()), position);
      error.initCause(e);
      throw error;
    }
  }
}
