package onrecord.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON objects whose fields are strings and lists of strings. Immutable.
 *
 * <p>Fields that are not read are skipped without keeping them in memory. They must be valid JSON,
 * but their size, their names and their numbers are not limited, and they may occur twice.
 *
 * @param names the fields to read; others are ignored
 * @param lists the fields among them that may be a list; the others must be a string
 */
record JsonRecord(Set<String> names, Set<String> lists) {

  private static final int MAX_DEPTH = 10_000;
  private static final int EXCERPT = 20;

  // What the library would limit is limited by the size of a record, and by the depth here. Names
  // are not kept in a table, which would grow with their number.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  JsonRecord {
    names = Set.copyOf(names);
    lists = Set.copyOf(lists);
  }

  /**
   * Reads one object.
   *
   * @param bytes the object, and nothing else, in well-formed UTF-8
   * @param length the number of bytes to read
   * @param fields receives each field with its values: none for null
   * @throws IllegalArgumentException if the bytes are not such an object; the message contains the
   *     column of a syntax error, but not the line
   */
  void read(byte[] bytes, int length, BiConsumer<String, List<String>> fields) {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), Utf8.reader(bytes, length))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(
            "must be a JSON object, but starts with " + describe(parser.currentToken()));
      }
      Set<String> found = new HashSet<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (!names.contains(name)) {
          skip(parser);
        } else if (found.add(name)) {
          fields.accept(name, values(name, parser));
        } else {
          throw new IllegalArgumentException(name + " must occur once, but occurs more than once");
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            "must be one JSON object, but is followed by " + describe(parser.currentToken()));
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("is not valid JSON" + where(e, bytes, length), e);
    }
  }

  /** Skips a value, whatever its size. */
  private static void skip(JsonParser parser) {
    int depth = 0;
    for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
      if (depth > MAX_DEPTH) {
        throw new IllegalArgumentException(
            "must not be nested more than " + MAX_DEPTH + " levels deep, but is");
      }
    }
  }

  /** {@return the column of a syntax error, and what precedes it} */
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

  /** {@return the values of a field: none for null, one for a string or the number of an id} */
  private List<String> values(String name, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (token == JsonToken.VALUE_STRING
        || (token == JsonToken.VALUE_NUMBER_INT && name.equals("id"))) {
      return List.of(parser.getString());
    }
    boolean listed = lists.contains(name);
    if (!listed || token != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException(
          name
              + " must be a string"
              + (listed ? " or a list of strings" : "")
              + ", but was "
              + describe(token));
    }
    List<String> strings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException(
            name + " must be a list of strings, but contained " + describe(parser.currentToken()));
      }
      strings.add(parser.getString());
    }
    return strings;
  }

  private static String describe(@Nullable JsonToken token) {
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
