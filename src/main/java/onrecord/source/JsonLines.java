package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import onrecord.model.Article;
import onrecord.source.ArticleFormat.ContentTest;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object per line, holding one line at a time in memory. Not thread-safe. */
final class JsonLines implements RecordSource {

  private static final Set<String> LISTS = Set.of("author", "authors", "tags");

  // Not static: recognizing the format must not need the library that parses it.
  private final JsonRecord json = new JsonRecord(ArticleFields.NAMES, LISTS);
  private final InputStream in;
  private final String source;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean overlong;
  private long number;
  private boolean any;

  /** Creates a reader of UTF-8. */
  JsonLines(SourceInput input) {
    this.in = input.in();
    this.source = input.source();
  }

  /** {@return whether a content starts with an opening brace, apart from blanks} */
  static boolean startsWithObject(InputStream in) throws IOException {
    int b = in.read();
    if (b == 0xEF && in.read() == 0xBB && in.read() == 0xBF) {
      b = in.read();
    }
    for (int i = 8; i < ContentTest.LIMIT && isBlank(b); i++) {
      b = in.read();
    }
    return b == '{';
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
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
          new ArticleFormatException(source, 0, "must contain articles, but is empty"));
    }
    return null;
  }

  /** Reads up to the next line feed; returns false at the end of the input. */
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
      json.read(text, fields::add);
      return fields.toArticle();
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException(source, number, e);
    }
  }
}
