package onrecord.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one file or stream, in order. Not thread-safe. */
interface RecordSource {

  /** The maximum number of bytes of a record, which bounds memory; no article comes near it. */
  int LIMIT = 1 << 26;

  /**
   * {@return the next record, or null at the end}
   *
   * @throws IOException if no further record can be read
   */
  @Nullable ArticleRecord next() throws IOException;
}
