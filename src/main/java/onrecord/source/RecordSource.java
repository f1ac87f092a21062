package onrecord.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one file or stream, in order. */
interface RecordSource {

  /** The most bytes that one record may have: a bound on memory, far above any article. */
  int LIMIT = 1 << 26;

  /**
   * {@return the next record, null at the end}
   *
   * @throws IOException if no further record can be had from the source
   */
  @Nullable ArticleRecord next() throws IOException;
}
