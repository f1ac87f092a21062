package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON objects whose fields are strings and lists of strings. Immutable.
 *
 * @param names the fields to read; others are ignored
 * @param lists the fields among them that may be a list; the others must be a string
 */
record JsonRecord(Set<String> names, Set<String> lists) {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  JsonRecord {
    names = Set.copyOf(names);
    lists = Set.copyOf(lists);
  }

  /**
   * Reads one object.
   *
   * @param text the object, and nothing else
   * @param fields receives each field with its values: none for null
   * @throws IllegalArgumentException if the text is not such an object; the message contains the
   *     column of a syntax error, but not the line
   */
  void read(String text, BiConsumer<String, List<String>> fields) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(
            "must be a JSON object, but starts with " + describe(parser.currentToken()));
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (names.contains(name)) {
          fields.accept(name, values(name, parser));
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            "must be one JSON object, but is followed by " + describe(parser.currentToken()));
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "is not valid JSON at column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse(""),
          e);
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
