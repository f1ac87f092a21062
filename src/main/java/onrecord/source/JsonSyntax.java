package onrecord.source;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON, and states in words what is wrong with it. */
final class JsonSyntax {

  private static final int MAX_DEPTH = 10_000;
  private static final int EXCERPT = 20;

  // What the library would limit is limited by the size of a record, and by the depth here. Names
  // are not kept in a table, which would grow with their number.
  private static final JsonFactory JSON = factory(Integer.MAX_VALUE);

  private JsonSyntax() {}

  private static JsonFactory factory(int longest) {
    return JsonFactory.builder()
        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .maxNumberLength(longest)
                .maxStringLength(longest)
                .maxNameLength(longest)
                .build())
        .build();
  }

  /** {@return a parser of the values of a text, one after the other} */
  static JsonParser parser(Reader text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }

  /**
   * {@return a parser of the values of a text of any length, which throws {@link
   * StreamConstraintsException} at a string, name or number that is much longer than a record}
   */
  static JsonParser parser(Reader text, RecordLimits limits) {
    return factory(2 * limits.bytes()).createParser(ObjectReadContext.empty(), text);
  }

  /**
   * Skips the value that starts at the current token, whatever its size.
   *
   * @return whether it has a content, unlike null, an empty string, list or object
   * @throws IllegalArgumentException if it is nested too deep
   */
  @CanIgnoreReturnValue
  static boolean skip(JsonParser parser) {
    int depth = 0;
    long tokens = 0;
    boolean blank =
        parser.currentToken() == JsonToken.VALUE_NULL
            || (parser.currentToken() == JsonToken.VALUE_STRING && parser.getStringLength() == 0);
    for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
      tokens++;
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return !blank && tokens != 2;
      }
      if (depth > MAX_DEPTH) {
        throw new IllegalArgumentException(
            "must not be nested more than " + MAX_DEPTH + " levels deep, but is");
      }
    }
    return !blank;
  }

  /**
   * {@return what is wrong with the JSON of one line: the column, and what precedes it}
   *
   * @param bytes the line, in UTF-8
   * @param length the number of its bytes
   */
  static String fault(JacksonException e, byte[] bytes, int length) {
    return "is not valid JSON" + where(e, bytes, length);
  }

  /** {@return what is wrong with one line, for which {@link JsonRecords} threw an exception} */
  static String fault(IllegalArgumentException e, byte[] bytes, int length) {
    return e.getCause() instanceof JacksonException cause
        ? fault(cause, bytes, length)
        : String.valueOf(e.getMessage());
  }

  /** {@return what is wrong with JSON of several lines: the line and the column} */
  static String fault(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    String where =
        location == null || location.getLineNr() < 1
            ? ""
            : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    return "is not valid JSON"
        + where
        + (e instanceof UnexpectedEndOfInputException ? ": it ends too early" : "");
  }

  private static String where(JacksonException e, byte[] bytes, int length) {
    TokenStreamLocation location = e.getLocation();
    if (location == null || location.getCharOffset() < 0) {
      return "";
    }
    long offset = location.getCharOffset();
    String column = " at column " + (offset + 1) + ": ";
    return e instanceof UnexpectedEndOfInputException
        ? column + "it ends too early"
        : column + "unexpected text after '" + before(offset, bytes, length) + "'";
  }

  /** {@return the last characters before an offset} */
  private static String before(long offset, byte[] bytes, int length) {
    try (Reader reader = Utf8.reader(bytes, length)) {
      reader.skip(Math.max(0, offset - EXCERPT));
      char[] excerpt = new char[(int) Math.min(offset, EXCERPT)];
      return new String(excerpt, 0, Math.max(0, reader.read(excerpt)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the kind of a value, for messages} */
  static String describe(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> token.toString();
    };
  }
}
