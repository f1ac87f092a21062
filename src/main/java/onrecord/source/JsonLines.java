package onrecord.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects that have a line each, holding one line at a time in memory. Not thread-safe.
 */
final class JsonLines implements RecordSource {

  private final Lines lines;
  private final SourceInput input;
  private final FieldNames names;
  private @Nullable JsonRecords records;
  private boolean any;

  /** Creates a reader of UTF-8. */
  JsonLines(SourceInput input) {
    this.lines = new Lines(input.in(), input.limits().bytes());
    this.input = input;
    this.names = input.options().names();
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    ArticleRecord record = nextOfLine();
    while (record == null && lines.next()) {
      record = begin();
    }
    return record == null ? end() : record;
  }

  /** {@return the next record of the line that is being read; null if it has no more} */
  private @Nullable ArticleRecord nextOfLine() throws IOException {
    JsonRecords open = records;
    if (open == null) {
      return null;
    }
    try {
      ArticleRecord record = open.next();
      records = record == null ? null : open;
      return record;
    } catch (IllegalArgumentException e) {
      return failed(JsonSyntax.fault(e, lines.bytes(), lines.length()), e);
    }
  }

  /** {@return the first record of the line that was read; null if it has none} */
  private @Nullable ArticleRecord begin() throws IOException {
    if (lines.isOverlong()) {
      any = true;
      return ArticleRecord.failed(
          new ArticleFormatException(
              input.source(), lines.number(), input.limits().tooLong("the line")));
    }
    try {
      Utf8.require(lines.bytes(), lines.length(), input.source(), lines.number());
    } catch (ArticleFormatException e) {
      any = true;
      return ArticleRecord.failed(e);
    }
    if (Utf8.isBlank(lines.bytes(), lines.length())) {
      return null;
    }
    any = true;
    records =
        new JsonRecords(
            JsonSyntax.parser(Utf8.reader(lines.bytes(), lines.length())),
            input,
            names,
            lines.number());
    return nextOfLine();
  }

  private @Nullable ArticleRecord end() {
    if (any) {
      return null;
    }
    any = true;
    return ArticleRecord.failed(
        new ArticleFormatException(input.source(), 0, "must contain articles, but is empty"));
  }

  private ArticleRecord failed(String reason, RuntimeException cause) {
    records = null;
    return ArticleRecord.failed(
        new ArticleFormatException(input.source(), lines.number(), reason, cause));
  }
}
