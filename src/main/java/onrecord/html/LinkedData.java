package onrecord.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Parses JSON-LD. This is the only class of this package that knows Jackson.
 *
 * <p>Pages hold JSON that is not quite JSON: with line breaks in strings, in comments, after a
 * semicolon. What can be read is read.
 */
final class LinkedData {

  private static final int MAX_DEPTH = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private LinkedData() {}

  /**
   * {@return the value of a text in JSON: a string, or a list or a map of such values; empty if the
   * text is not JSON}
   */
  static Optional<Object> parse(String text) {
    int start = firstOf(text, '{', '[');
    if (start < 0) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.substring(start))) {
      return Optional.ofNullable(value(parser));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static int firstOf(String text, char one, char other) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == one || text.charAt(i) == other) {
        return i;
      }
    }
    return -1;
  }

  /** Builds the value without recursion; what is nested deeper than the maximum is left out. */
  private static @Nullable Object value(JsonParser parser) {
    Deque<Object> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    String name = "";
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case PROPERTY_NAME -> name = parser.currentName();
        case START_OBJECT, START_ARRAY -> {
          if (open.size() == MAX_DEPTH) {
            parser.skipChildren();
          } else {
            open.push(token == JsonToken.START_OBJECT ? new LinkedHashMap<>() : new ArrayList<>());
            names.push(name);
          }
        }
        case END_OBJECT, END_ARRAY -> {
          Object ended = open.pop();
          String endedName = names.pop();
          if (open.isEmpty()) {
            return ended;
          }
          put(open.peek(), endedName, ended);
        }
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            put(open.peek(), name, parser.getString());
        default -> {
          // Booleans and nulls say nothing that an article holds.
        }
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static void put(@Nullable Object container, String name, Object value) {
    if (container instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).putIfAbsent(name, value);
    } else if (container instanceof List<?> list) {
      ((List<Object>) list).add(value);
    }
  }
}
