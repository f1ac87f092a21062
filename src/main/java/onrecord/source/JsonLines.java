package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import onrecord.model.Article;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object a line. Lines are held one at a time. Not thread-safe. */
final class JsonLines implements RecordSource {

  private static final JsonRecord JSON =
      new JsonRecord(ArticleFields.NAMES, Set.of("author", "authors", "tags"));

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
    try {
      ArticleFields fields = new ArticleFields();
      JSON.read(text, fields::add);
      return fields.toArticle();
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException(source, number, e);
    }
  }
}
