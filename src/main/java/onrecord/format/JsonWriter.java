package onrecord.format;

import java.io.CharArrayWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the properties of JSON objects, on one line. This is the only class of this package that
 * writes with Jackson. Not thread-safe.
 */
final class JsonWriter {

  /**
   * Half a character, which can be represented in JSON as an escape sequence, but not in UTF-8; and
   * the characters that control how a terminal displays text, which Jackson does not escape: the
   * controls C1, separators of lines, and marks that change the direction of writing.
   */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]"
              + "|[\\u007F-\\u009F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

  private static final boolean HAS_LIBRARY = OptionalLibrary.JACKSON.isPresent();

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes the properties of one object.
   *
   * @param <T> the type of what the object stands for
   * @param <X> the exception thrown if it cannot be written
   */
  @FunctionalInterface
  interface Properties<T, X extends Exception> {
    void write(T value) throws X;
  }

  /** Loaded only after it is known that the library is present. */
  private static final class Factory {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private Factory() {}
  }

  /**
   * {@return an object on one line, without a line break}
   *
   * @throws IllegalStateException if Jackson is missing
   */
  static <X extends Exception> String line(Properties<JsonWriter, X> properties) throws X {
    if (!HAS_LIBRARY) {
      OptionalLibrary.JACKSON.require("write JSON");
    }
    LineWriter out = new LineWriter();
    try (JsonGenerator json = Factory.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      properties.write(new JsonWriter(json));
      json.writeEndObject();
    }
    return out.isPerhapsEscaped() ? escaped(out.toString()) : out.toString();
  }

  private static String escaped(String line) {
    return ESCAPED
        .matcher(line)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
  }

  /**
   * A line that is being written, which knows whether it may have characters to escape, as few
   * texts have. Not thread-safe.
   */
  private static final class LineWriter extends CharArrayWriter {
    LineWriter() {
      super(1 << 12);
    }

    boolean isPerhapsEscaped() {
      for (int i = 0; i < count; i++) {
        char c = buf[i];
        if (c >= 0x7F && isPerhapsEscaped(c)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isPerhapsEscaped(char c) {
      return Character.isSurrogate(c)
          || c <= 0x9F
          || c == 0x061C
          || (c >= 0x2028 && c <= 0x202E)
          || c == 0x200E
          || c == 0x200F
          || (c >= 0x2066 && c <= 0x2069);
    }
  }

  void property(String name, String value) {
    json.writeStringProperty(name, value);
  }

  void property(String name, long value) {
    json.writeNumberProperty(name, value);
  }

  void property(String name, double value) {
    json.writeNumberProperty(name, value);
  }

  void property(String name, boolean value) {
    json.writeBooleanProperty(name, value);
  }

  /** Writes a value as a string, or null if there is none. */
  void property(String name, Optional<?> value) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get().toString());
    } else {
      json.writeNullProperty(name);
    }
  }

  /** Writes a number, or null if there is none. */
  void property(String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.writeNumberProperty(name, value.getAsDouble());
    } else {
      json.writeNullProperty(name);
    }
  }

  /** Writes an object. */
  <T, X extends Exception> void object(String name, T value, Properties<? super T, X> properties)
      throws X {
    json.writeObjectPropertyStart(name);
    properties.write(value);
    json.writeEndObject();
  }

  /** Writes an object, or null if there is none. */
  <T, X extends Exception> void optionalObject(
      String name, Optional<T> value, Properties<? super T, X> properties) throws X {
    if (value.isPresent()) {
      object(name, value.get(), properties);
    } else {
      json.writeNullProperty(name);
    }
  }

  /** Writes a list of objects. */
  <T, X extends Exception> void objects(
      String name, Iterable<T> values, Properties<? super T, X> properties) throws X {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      properties.write(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes a list of a string and an object, as the context of JSON-LD can be. */
  <T, X extends Exception> void stringAndObject(
      String name, String first, T second, Properties<? super T, X> properties) throws X {
    json.writeArrayPropertyStart(name);
    json.writeString(first);
    json.writeStartObject();
    properties.write(second);
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Writes a list of strings. */
  void strings(String name, Iterable<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Writes a list of whole numbers. */
  void integers(String name, Iterable<Long> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeNumber);
    json.writeEndArray();
  }

  /** Writes a list of numbers. */
  void numbers(String name, Iterable<Double> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeNumber);
    json.writeEndArray();
  }

  /** Writes a list of numbers in their decimal form. */
  void decimals(String name, Iterable<BigDecimal> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeNumber);
    json.writeEndArray();
  }
}
