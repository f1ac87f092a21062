package onrecord.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

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
          JsonSyntax.skip(parser);
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
              + JsonSyntax.describe(token));
    }
    List<String> strings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException(
            name
                + " must be a list of strings, but contained "
                + JsonSyntax.describe(parser.currentToken()));
      }
      strings.add(parser.getString());
    }
    return strings;
  }
}
