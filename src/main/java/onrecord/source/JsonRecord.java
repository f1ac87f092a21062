package onrecord.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads JSON objects whose fields are strings and lists of strings or numbers. Immutable.
 *
 * <p>Fields that are not read are skipped without keeping them in memory. They must be valid JSON,
 * but their size, their names and their numbers are not limited, and they may occur twice.
 *
 * @param names the fields to read; others are ignored
 * @param lists the fields among them that may be a list; the others must be a string
 * @param numbers the fields among them whose values may be numbers
 */
record JsonRecord(Set<String> names, Set<String> lists, Set<String> numbers) {

  JsonRecord {
    names = Set.copyOf(names);
    lists = Set.copyOf(lists);
    numbers = Set.copyOf(numbers);
  }

  /**
   * Reads one object.
   *
   * @param bytes the object, and nothing else, in well-formed UTF-8
   * @param length the number of bytes to read
   * @param fields receives each field with its values: none for null
   * @param unused receives the name of each field that is ignored although it has a value
   * @throws IllegalArgumentException if the bytes are not such an object; the message contains the
   *     column of a syntax error, but not the line
   */
  void read(
      byte[] bytes, int length, BiConsumer<String, List<String>> fields, Consumer<String> unused) {
    try (JsonParser parser = JsonSyntax.parser(Utf8.reader(bytes, length))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(
            "must be a JSON object, but starts with " + JsonSyntax.describe(parser.currentToken()));
      }
      Set<String> found = new HashSet<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (!names.contains(name)) {
          if (JsonSyntax.skip(parser)) {
            unused.accept(name);
          }
        } else if (found.add(name)) {
          fields.accept(name, values(name, parser));
        } else {
          throw new IllegalArgumentException(name + " must occur once, but occurs more than once");
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            "must be one JSON object, but is followed by "
                + JsonSyntax.describe(parser.currentToken()));
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(JsonSyntax.fault(e, bytes, length), e);
    }
  }

  /** {@return the values of a field: none for null, one for a string or the number of an id} */
  private List<String> values(String name, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (token == JsonToken.VALUE_STRING || (isNumber(token) && numbers.contains(name))) {
      return List.of(parser.getString());
    }
    boolean listed = lists.contains(name);
    if (!listed || token != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException(
          name
              + " must be a string"
              + (listed ? " or a list of strings" : "")
              + ", but was "
              + JsonSyntax.describe(token));
    }
    List<String> strings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonToken element = parser.currentToken();
      if (element != JsonToken.VALUE_STRING && !(isNumber(element) && numbers.contains(name))) {
        throw new IllegalArgumentException(
            name + " must be a list of strings, but contained " + JsonSyntax.describe(element));
      }
      strings.add(parser.getString());
    }
    return strings;
  }

  private static boolean isNumber(JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
  }
}
