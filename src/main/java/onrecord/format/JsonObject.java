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

  // Of such a size, each whole number is told apart from all others.
  private static final double EXACT = 1L << 53;

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
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser));
        }
        yield elements;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** {@return a whole number as it is, and any other as near as can be} */
  private static Number number(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> parser.getDoubleValue();
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
    if (value(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(name, "a number");
  }

  int integer(String name) {
    return (int) integer(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  long longInteger(String name) {
    return integer(name, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long integer(String name, long least, long most) {
    Object value = value(name);
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < EXACT) {
      value = number.longValue();
    }
    if (value instanceof Long number && number >= least && number <= most) {
      return number;
    }
    throw wrong(name, "a whole number of at most " + most);
  }

  boolean yes(String name) {
    if (value(name) instanceof Boolean yes) {
      return yes;
    }
    throw wrong(name, "true or false");
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
    return object(what, name, value(name));
  }

  /** {@return an object that stands for something else than this one} */
  JsonObject object(String inner, String name) {
    return object(inner, name, value(name));
  }

  Stream<JsonObject> objects(String name) {
    if (value(name) instanceof List<?> list) {
      return list.stream().map(element -> object(what, name, element));
    }
    throw wrong(name, "a list of objects");
  }

  /** {@return a list of texts, if there is one that is not null} */
  Optional<List<String>> optionalStrings(String name) {
    Object value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return Optional.of(list.stream().map(String.class::cast).toList());
    }
    throw wrong(name, "a list of texts");
  }

  private JsonObject object(String inner, String name, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(name, "an object");
    }
    Map<String, Object> parts = new HashMap<>();
    map.forEach((key, part) -> parts.put((String) key, part));
    return new JsonObject(inner, parts);
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
              + " in JSON"
              + (read.contains("type") ? " of the type '" + values.get("type") + "'" : "")
              + " has no \""
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
