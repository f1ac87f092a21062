package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads contents by the reader of a format, with limits. */
final class Readers {

  private Readers() {}

  /** {@return the records of a text of a format} */
  static List<ArticleRecord> read(ArticleFormat format, String text, RecordLimits limits)
      throws IOException {
    return read(format, text.getBytes(UTF_8), limits);
  }

  /** {@return the records of a content of a format} */
  static List<ArticleRecord> read(ArticleFormat format, byte[] content, RecordLimits limits)
      throws IOException {
    RecordSource source =
        format.open(
            new SourceInput(
                new ByteArrayInputStream(content),
                "test",
                Optional.empty(),
                limits,
                ReadOptions.DEFAULT,
                Optional.empty()));
    List<ArticleRecord> records = new ArrayList<>();
    for (ArticleRecord record = source.next(); record != null; record = source.next()) {
      records.add(record);
    }
    return records;
  }
}
