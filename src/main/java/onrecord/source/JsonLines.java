package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import onrecord.model.Article;
import onrecord.source.ArticleFormat.ContentTest;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object per line, holding one line at a time in memory. Not thread-safe. */
final class JsonLines implements RecordSource {

  private static final Set<String> LISTS = Set.of("author", "authors", "tags");

  // Not static: recognizing the format must not need the library that parses it.
  private final JsonRecord json = new JsonRecord(ArticleFields.NAMES, LISTS);
  private final Lines lines;
  private final String source;
  private final RecordLimits limits;
  private boolean any;

  /** Creates a reader of UTF-8. */
  JsonLines(SourceInput input) {
    this.lines = new Lines(input.in(), input.limits().bytes());
    this.source = input.source();
    this.limits = input.limits();
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
    while (lines.next()) {
      try {
        if (lines.isOverlong()) {
          throw wrong(limits.tooLong("the line"));
        }
        Utf8.require(lines.bytes(), lines.length(), source, lines.number());
        if (!Utf8.isBlank(lines.bytes(), lines.length())) {
          any = true;
          return ArticleRecord.of(source, lines.number(), parse());
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

  private Article parse() throws ArticleFormatException {
    try {
      ArticleFields fields = new ArticleFields();
      json.read(lines.bytes(), lines.length(), fields::add);
      return fields.toArticle(limits);
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException(source, lines.number(), e);
    }
  }

  private ArticleFormatException wrong(String reason) {
    return new ArticleFormatException(source, lines.number(), reason);
  }
}
