package onrecord.query;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes patterns of words so that {@link TokenReader} parses them to equal patterns. */
final class TokenWriter {

  private TokenWriter() {}

  static String write(TokenPattern pattern) {
    return switch (pattern) {
      case TokenPattern.Any any -> "[]";
      case TokenPattern.Token token -> token(token.test());
      case TokenPattern.Sequence sequence ->
          join(sequence.patterns().stream(), " ", TokenWriter::partOfSequence);
      case TokenPattern.Either either ->
          join(either.patterns().stream(), " | ", TokenWriter::partOfEither);
      case TokenPattern.Repeated p ->
          (p.pattern() instanceof TokenPattern.Token || p.pattern() instanceof TokenPattern.Any
                  ? write(p.pattern())
                  : "(" + write(p.pattern()) + ")")
              + times(p.min(), p.max());
    };
  }

  private static <T> String join(Stream<T> parts, String between, Function<T, String> write) {
    return parts.map(write).collect(Collectors.joining(between));
  }

  private static String partOfSequence(TokenPattern part) {
    return part instanceof TokenPattern.Sequence || part instanceof TokenPattern.Either
        ? "(" + write(part) + ")"
        : write(part);
  }

  private static String partOfEither(TokenPattern part) {
    return part instanceof TokenPattern.Either ? "(" + write(part) + ")" : write(part);
  }

  /** {@return the sign for a number of times} */
  static String times(int min, OptionalInt max) {
    if (max.isEmpty()) {
      return min == 0 ? "*" : min == 1 ? "+" : "{" + min + ",}";
    }
    int most = max.getAsInt();
    return min == 0 && most == 1
        ? "?"
        : min == most ? "{" + min + "}" : "{" + min + "," + most + "}";
  }

  private static String token(TokenTest test) {
    return switch (test) {
      case TokenTest.Compared compared when compared.property() == TokenTest.Property.WORD ->
          quoted(compared.value());
      default -> "[" + write(test) + "]";
    };
  }

  static String write(TokenTest test) {
    return switch (test) {
      case TokenTest.Compared compared -> compared(compared, "=");
      case TokenTest.Not not ->
          not.test() instanceof TokenTest.Compared compared
              ? compared(compared, "!=")
              : "!" + operand(not.test());
      case TokenTest.And and -> join(and.tests().stream(), " & ", TokenWriter::operand);
      case TokenTest.Or or ->
          join(
              or.tests().stream(),
              " | ",
              part -> part instanceof TokenTest.Or ? operand(part) : write(part));
    };
  }

  private static String operand(TokenTest test) {
    return test instanceof TokenTest.And || test instanceof TokenTest.Or
        ? "(" + write(test) + ")"
        : write(test);
  }

  private static String compared(TokenTest.Compared test, String sign) {
    return test.property().word() + sign + quoted(test.value());
  }

  /** {@return a value in quotation marks; one in it has a backslash before it} */
  private static String quoted(String value) {
    String mark = value.indexOf('\'') < 0 ? "'" : "\"";
    return mark + value + mark;
  }
}
