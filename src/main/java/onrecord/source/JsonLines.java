package onrecord.source;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object per line, holding one line at a time in memory. Not thread-safe. */
final class JsonLines implements RecordSource {

  private static final Set<String> LISTS = Set.of("author", "authors", "tags");

  // Not static: recognizing the format must not need the library that parses it.
  private final JsonRecord json = new JsonRecord(ArticleFields.NAMES, LISTS);
  private final Lines lines;
  private final SourceInput input;
  private boolean any;

  /** Creates a reader of UTF-8. */
  JsonLines(SourceInput input) {
    this.lines = new Lines(input.in(), input.limits().bytes());
    this.input = input;
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    while (lines.next()) {
      try {
        if (lines.isOverlong()) {
          throw wrong(input.limits().tooLong("the line"));
        }
        Utf8.require(lines.bytes(), lines.length(), input.source(), lines.number());
        if (!Utf8.isBlank(lines.bytes(), lines.length())) {
          any = true;
          return parse();
        }
      } catch (ArticleFormatException e) {
        any = true;
        return ArticleRecord.failed(e);
      }
    }
    if (!any) {
      any = true;
      return ArticleRecord.failed(
          new ArticleFormatException(input.source(), 0, "must contain articles, but is empty"));
    }
    return null;
  }

  private ArticleRecord parse() throws ArticleFormatException {
    try {
      ArticleFields fields = new ArticleFields();
      json.read(lines.bytes(), lines.length(), fields::add);
      return fields.toRecord(input, lines.number());
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException(input.source(), lines.number(), e);
    }
  }

  private ArticleFormatException wrong(String reason) {
    return new ArticleFormatException(input.source(), lines.number(), reason);
  }
}
