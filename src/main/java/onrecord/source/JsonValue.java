package onrecord.source;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A value of JSON without null, in which numbers and booleans are kept as text. Immutable. */
sealed interface JsonValue {

  /** A string, a number or a boolean. */
  record Text(String text) implements JsonValue {}

  /** A list. */
  record Items(List<JsonValue> items) implements JsonValue {
    public Items {
      items = ImmutableList.copyOf(items);
    }
  }

  /** An object, with its fields in their order; of fields of the same name, the first. */
  record Fields(Map<String, JsonValue> fields) implements JsonValue {
    public Fields {
      fields = ImmutableMap.copyOf(fields);
    }

    /** {@return the value of a field} */
    Optional<JsonValue> get(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    /** {@return the text of a field; empty if it is none} */
    Optional<String> text(String name) {
      return get(name)
          .flatMap(
              value -> value instanceof Text text ? Optional.of(text.text()) : Optional.empty());
    }

    /**
     * {@return the text of a field}
     *
     * @throws IllegalArgumentException if there is none
     */
    String required(String name) {
      return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
  }

  /** {@return the items of a list; none if the value is not a list} */
  static List<JsonValue> items(Optional<JsonValue> value) {
    return value.orElse(null) instanceof Items list ? list.items() : List.of();
  }

  /**
   * {@return the texts in a list; none if the value is not a list}
   *
   * @throws IllegalArgumentException if it has anything else
   */
  static List<String> texts(Optional<JsonValue> value) {
    List<String> texts = new ArrayList<>();
    for (JsonValue item : items(value)) {
      if (!(item instanceof Text text)) {
        throw new IllegalArgumentException(
            "a list must have strings or numbers, but has an object or a list");
      }
      texts.add(text.text());
    }
    return texts;
  }

  /** Reads values from a parser, up to a total size. Not thread-safe. */
  final class Reader {

    private static final int MAX_DEPTH = 40;
    private static final int PER_VALUE = 64;

    private final JsonParser parser;
    private final RecordLimits limits;
    private long size;

    /**
     * Creates a reader.
     *
     * @param limits the maximum size of the values that are held at a time
     */
    Reader(JsonParser parser, RecordLimits limits) {
      this.parser = parser;
      this.limits = limits;
    }

    /** {@return the size of the values that are held} */
    long size() {
      return size;
    }

    /** Releases the values that were read since the values had a size. */
    void releaseTo(long earlier) {
      size = earlier;
    }

    /**
     * Reads the value that starts at the current token, and leaves the parser at its last token.
     *
     * @return the value; empty if it is null
     * @throws IllegalArgumentException if the record has more or larger values than is allowed, or
     *     they are nested too deep
     */
    Optional<JsonValue> read() {
      return read(0);
    }

    private Optional<JsonValue> read(int depth) {
      if (depth > MAX_DEPTH) {
        throw new IllegalArgumentException(
            "must not be nested more than " + MAX_DEPTH + " levels deep, but is");
      }
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        return Optional.of(readFields(depth));
      }
      if (token == JsonToken.START_ARRAY) {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          count(0);
          read(depth + 1).ifPresent(items::add);
        }
        return Optional.of(new Items(items));
      }
      if (token == JsonToken.VALUE_NULL) {
        return Optional.empty();
      }
      String text = parser.getString();
      count(text.length());
      return Optional.of(new Text(text));
    }

    private Fields readFields(int depth) {
      Map<String, JsonValue> fields = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        count(name.length());
        parser.nextToken();
        read(depth + 1).ifPresent(value -> fields.putIfAbsent(name, value));
      }
      return new Fields(fields);
    }

    private void count(int characters) {
      size += PER_VALUE + characters;
      if (size > limits.bytes()) {
        throw new IllegalArgumentException(limits.tooLong("the record"));
      }
    }
  }
}
