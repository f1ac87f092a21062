package onrecord.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object that knows which of its values were asked for. Every method throws {@link
 * IllegalArgumentException} if a value is missing or is not what is expected. Not thread-safe.
 */
final class JsonObject {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String what;
  private final Map<String, Object> values;
  private final Set<String> read = new HashSet<>();

  private JsonObject(String what, Map<String, Object> values) {
    this.what = what;
    this.values = values;
  }

  /** Reads an object; {@code what} is what it stands for in messages. */
  static JsonObject parse(String what, String json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(what + " in JSON must be an object");
      }
      JsonObject object = new JsonObject(what, object(parser));
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            what + " in JSON must be one object, but something stands behind it");
      }
      return object;
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new IllegalArgumentException(
          what + " cannot be read as JSON" + where + ": " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> values = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        values.put(name, value);
      }
    }
    return values;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          Object element = value(parser);
          elements.add(element == null ? "null" : element);
        }
        yield elements;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** {@return the name of a constant in JSON} */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  String string(String name) {
    return optionalString(name).orElseThrow(() -> wrong(name, "a text"));
  }

  /** {@return a text, if there is one that is not null} */
  Optional<String> optionalString(String name) {
    Object value = value(name);
    if (value != null && !(value instanceof String)) {
      throw wrong(name, "a text");
    }
    return Optional.ofNullable((String) value);
  }

  double number(String name) {
    if (value(name) instanceof Double number) {
      return number;
    }
    throw wrong(name, "a number");
  }

  int integer(String name) {
    double number = number(name);
    if (number != (int) number) {
      throw wrong(name, "a whole number");
    }
    return (int) number;
  }

  int integer(String name, int otherwise) {
    return values.containsKey(name) ? integer(name) : otherwise;
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = string(name);
    return Stream.of(type.getEnumConstants())
        .filter(constant -> name(constant).equals(text))
        .findFirst()
        .orElseThrow(() ->
            wrong(
                name,
                "one of "
                    + Stream.of(type.getEnumConstants())
                        .map(JsonObject::name)
                        .collect(Collectors.joining(", "))));
  }

  <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
    return values.containsKey(name) ? constant(name, type) : otherwise;
  }

  JsonObject object(String name) {
    return object(name, value(name));
  }

  Stream<JsonObject> objects(String name) {
    if (value(name) instanceof List<?> list) {
      return list.stream().map(element -> object(name, element));
    }
    throw wrong(name, "a list of objects");
  }

  private JsonObject object(String name, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(name, "an object");
    }
    Map<String, Object> inner = new HashMap<>();
    map.forEach((key, part) -> inner.put((String) key, part));
    return new JsonObject(what, inner);
  }

  private @Nullable Object value(String name) {
    read.add(name);
    return values.get(name);
  }

  /** Checks that there is no value that was not asked for. */
  void requireAllRead() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(read);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          what
              + " in JSON of the type '"
              + values.get("type")
              + "' has no \""
              + unknown.iterator().next()
              + "\"");
    }
  }

  /** {@return what to throw for a value other than expected} */
  IllegalArgumentException wrong(String name, String expected) {
    Object value = values.get(name);
    return new IllegalArgumentException(
        "\""
            + name
            + "\" of a "
            + what
            + " in JSON must be "
            + expected
            + ", but "
            + (value == null ? "there is none" : "was " + shortened(value)));
  }

  private static String shortened(Object value) {
    String text = value.toString();
    return text.length() > 50 ? text.substring(0, 50) + "..." : text;
  }
}
