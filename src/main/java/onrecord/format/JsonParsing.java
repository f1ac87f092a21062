package onrecord.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON. This is the only class of this package that parses with Jackson. */
final class JsonParsing {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonParsing() {}

  /**
   * {@return the values of an object that are not null: strings, booleans, longs, doubles, and
   * lists and maps of these}
   *
   * @param what what the object stands for, for messages
   * @throws IllegalArgumentException if the text is not a JSON object, and nothing else
   */
  static Map<String, Object> object(String what, String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(what + " in JSON must be an object");
      }
      Map<String, Object> object = object(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            what + " in JSON must be one object, but is followed by something else");
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
          what + " cannot be read as JSON" + where + ": " + reason(e), e);
    }
  }

  private static String reason(JacksonException e) {
    return switch (e) {
      case UnexpectedEndOfInputException unused -> "it ends too early";
      case StreamConstraintsException unused ->
          "it is nested too deep, or has a number or a name that is too long";
      default ->
          e.getOriginalMessage().startsWith("Duplicate")
              ? "an object has a property twice"
              : "unexpected text";
    };
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

  /** {@return a long if the number fits in one, and the nearest double otherwise} */
  private static Number number(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> parser.getDoubleValue();
    };
  }
}
