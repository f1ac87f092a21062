package onrecord.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.query.Facet;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that records which of its values have been read. Every method throws {@link
 * IllegalArgumentException} if a value is missing or is not of the expected kind. Not thread-safe.
 */
final class JsonObject {

  // Up to this size, a double represents every whole number exactly.
  private static final double EXACT = 1L << 53;

  private final String what;
  private final Map<String, Object> values;
  private final Set<String> read = new HashSet<>();

  private JsonObject(String what, Map<String, Object> values) {
    this.what = what;
    this.values = values;
  }

  /**
   * Parses an object.
   *
   * @param what what the object stands for, for messages
   * @throws IllegalStateException if Jackson is missing
   */
  static JsonObject parse(String what, String json) {
    OptionalLibrary.JACKSON.require("read JSON");
    return new JsonObject(what, JsonParsing.object(what, json));
  }

  /** {@return the name of a constant in JSON} */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** {@return the names of all values} */
  Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  String string(String name) {
    return optionalString(name).orElseThrow(() -> wrong(name, "a string"));
  }

  /** {@return a string; empty if it is missing or null} */
  Optional<String> optionalString(String name) {
    Object value = value(name);
    if (value != null && !(value instanceof String)) {
      throw wrong(name, "a string");
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

  boolean bool(String name) {
    if (value(name) instanceof Boolean value) {
      return value;
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

  /** {@return the constant with a name, as it is in Java} */
  <E extends Enum<E>> E named(String name, Class<E> type) {
    String text = string(name);
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(() -> wrong(name, "one of " + List.of(type.getEnumConstants())));
  }

  /** {@return the facet with a name in the query syntax, or with the name of a constant} */
  Facet facet(String name) {
    String word = string(name);
    return Facet.of(word)
        .or(() -> Facet.of(word.toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> wrong(name, "a facet"));
  }

  /** {@return a day, such as 2024-06-30} */
  LocalDate day(String name) {
    return day(name, string(name));
  }

  /** {@return a list of days} */
  List<LocalDate> days(String name) {
    return strings(name).stream().map(day -> day(name, day)).toList();
  }

  private LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      IllegalArgumentException wrong = wrong(name, "a day such as 2024-06-30");
      wrong.initCause(e);
      throw wrong;
    }
  }

  JsonObject object(String name) {
    return object(what, name, value(name));
  }

  /** {@return an object that stands for something other than this one} */
  JsonObject object(String inner, String name) {
    return object(inner, name, value(name));
  }

  /** {@return an object that stands for something other than this one; empty if it is null} */
  Optional<JsonObject> optionalObject(String inner, String name) {
    return value(name) == null ? Optional.empty() : Optional.of(object(inner, name));
  }

  /** {@return objects that stand for something other than this one; none if missing or null} */
  Stream<JsonObject> optionalObjects(String inner, String name) {
    return switch (value(name)) {
      case null -> Stream.empty();
      case List<?> list -> list.stream().map(element -> object(inner, name, element));
      default -> throw wrong(name, "a list of objects");
    };
  }

  /** {@return a number; empty if it is missing or null} */
  Optional<Double> optionalNumber(String name) {
    return value(name) == null ? Optional.empty() : Optional.of(number(name));
  }

  /** {@return a whole number; empty if it is missing or null} */
  Optional<Integer> optionalInteger(String name) {
    return value(name) == null ? Optional.empty() : Optional.of(integer(name));
  }

  /** {@return a whole number; empty if it is missing or null} */
  OptionalLong optionalLongInteger(String name) {
    return value(name) == null ? OptionalLong.empty() : OptionalLong.of(longInteger(name));
  }

  /** {@return a list of whole numbers} */
  List<Long> integers(String name) {
    if (value(name) instanceof List<?> list && list.stream().allMatch(Long.class::isInstance)) {
      return list.stream().map(Long.class::cast).toList();
    }
    throw wrong(name, "a list of whole numbers");
  }

  /** {@return a truth value; empty if it is missing or null} */
  Optional<Boolean> optionalBool(String name) {
    return value(name) == null ? Optional.empty() : Optional.of(bool(name));
  }

  Stream<JsonObject> objects(String name) {
    if (value(name) instanceof List<?> list) {
      return list.stream().map(element -> object(what, name, element));
    }
    throw wrong(name, "a list of objects");
  }

  /** {@return a list of strings; empty if it is missing or null} */
  Optional<List<String>> optionalStrings(String name) {
    Object value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return Optional.of(list.stream().map(String.class::cast).toList());
    }
    throw wrong(name, "a list of strings");
  }

  /** {@return a list of strings, or of numbers as text} */
  List<String> texts(String name) {
    if (value(name) instanceof List<?> list
        && list.stream().allMatch(each -> each instanceof String || each instanceof Number)) {
      return list.stream().map(Object::toString).toList();
    }
    throw wrong(name, "a list of strings or numbers");
  }

  List<String> strings(String name) {
    return optionalStrings(name).orElseThrow(() -> wrong(name, "a list of strings"));
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

  /** Checks that every value has been read, so that none is silently ignored. */
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

  /**
   * Checks that this object is the same as another one, which was written.
   *
   * @throws IllegalArgumentException if it is not; the message states the first difference
   */
  void requireSame(JsonObject written) {
    JsonComparison.requireSame(what, values, written.values);
  }

  /** {@return an exception for a value that is not as expected} */
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
            + (value == null ? "is missing" : "was " + shortened(value)));
  }

  /** {@return a value for messages} */
  static String shortened(Object value) {
    String text = value.toString();
    return text.length() > 50 ? text.substring(0, 50) + "..." : text;
  }
}
