package onrecord.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one file or stream, in order. Not thread-safe. */
interface RecordSource {

  /**
   * {@return the next record, or null at the end}
   *
   * @throws IOException if no further record can be read
   */
  @Nullable ArticleRecord next() throws IOException;
}
