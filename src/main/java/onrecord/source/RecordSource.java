package onrecord.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one content, in order. Not thread-safe. */
interface RecordSource {

  /**
   * {@return the next record, or null at the end}
   *
   * @throws IOException if no further record can be read
   */
  @Nullable ArticleRecord next() throws IOException;

  /** Releases what this source holds beside its content. May be called twice. */
  default void close() throws IOException {}
}
