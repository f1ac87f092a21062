package onrecord.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onrecord.model.Article;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object a line. Lines are held one at a time. Not thread-safe. */
final class JsonLines implements RecordSource {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final InputStream in;
  private final String source;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean overlong;
  private long number;
  private boolean any;

  /**
   * Makes a reader.
   *
   * @param in the lines, as UTF-8; should be buffered
   * @param source what is read, for messages
   */
  JsonLines(InputStream in, String source) {
    this.in = in;
    this.source = source;
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    while (readLine()) {
      number++;
      try {
        if (overlong) {
          throw new ArticleFormatException(
              source, number, "the line must not be longer than " + LIMIT + " bytes, but is");
        }
        String text = Utf8.decode(line, length, source, number);
        if (!text.isBlank()) {
          any = true;
          return ArticleRecord.of(source, number, parse(text));
        }
      } catch (ArticleFormatException e) {
        any = true;
        return ArticleRecord.failed(e);
      }
    }
    if (!any) {
      any = true;
      return ArticleRecord.failed(
          new ArticleFormatException(source, 0, "must hold articles, but is empty"));
    }
    return null;
  }

  /** Reads up to the next line feed; false at the end of the input. */
  private boolean readLine() throws IOException {
    length = 0;
    overlong = false;
    int b = in.read();
    if (b < 0) {
      return false;
    }
    while (b >= 0 && b != '\n') {
      if (length == LIMIT) {
        overlong = true;
      } else {
        if (length == line.length) {
          line = Arrays.copyOf(line, Math.min(LIMIT, length * 2));
        }
        line[length++] = (byte) b;
      }
      b = in.read();
    }
    return true;
  }

  private Article parse(String text) throws ArticleFormatException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(
            "must be a JSON object, but starts with " + describe(parser.currentToken()));
      }
      ArticleFields fields = new ArticleFields();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (ArticleFields.NAMES.contains(name)) {
          fields.add(name, values(name, parser));
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            "must be one JSON object, but goes on with " + describe(parser.currentToken()));
      }
      return fields.toArticle();
    } catch (JacksonException e) {
      throw new ArticleFormatException(
          source,
          number,
          "is not valid JSON at column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse(""),
          e);
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException(source, number, e);
    }
  }

  /** The values of a field: none for null, one for a text or an id number, or those of a list. */
  private static List<String> values(String name, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (token == JsonToken.VALUE_STRING
        || (token == JsonToken.VALUE_NUMBER_INT && name.equals("id"))) {
      return List.of(parser.getString());
    }
    boolean listed = name.equals("author") || name.equals("authors") || name.equals("tags");
    if (!listed || token != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException(
          name
              + " must be a text"
              + (listed ? " or a list of texts" : "")
              + ", but was "
              + describe(token));
    }
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException(
            name + " must be a list of texts, but held " + describe(parser.currentToken()));
      }
      texts.add(parser.getString());
    }
    return texts;
  }

  private static String describe(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> token.toString();
    };
  }
}
