package onrecord.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of JSON that is not one object per line: an object or a list over several
 * lines, or a list on one line. A record that is not as it should be is reported, and the next is
 * read; after a syntax error, nothing more is read. Not thread-safe.
 */
final class JsonDocument implements RecordSource {

  private final SourceInput input;
  private final JsonRecords records;
  private long read;
  private boolean ended;

  /** Creates a reader. */
  JsonDocument(SourceInput input) {
    this.input = input;
    this.records =
        new JsonRecords(
            JsonSyntax.parser(input.reader(), input.limits()), input, input.options().names(), 0);
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      ArticleRecord record = records.next();
      read += record == null || record.failure().isPresent() ? 0 : 1;
      return record;
    } catch (IllegalArgumentException e) {
      return failed(String.valueOf(e.getMessage()), e);
    }
  }

  private ArticleRecord failed(String reason, RuntimeException cause) {
    ended = true;
    String before =
        switch ((int) Math.min(read, 2)) {
          case 0 -> "; what follows was not read";
          case 1 -> "; one record before it was read, what follows was not";
          default -> "; " + read + " records before it were read, what follows was not";
        };
    return ArticleRecord.failed(
        new ArticleFormatException(input.source(), 0, reason + before, cause));
  }
}
