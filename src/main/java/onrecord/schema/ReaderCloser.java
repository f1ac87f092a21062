package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;

/** Closes the reader of a snapshot that is no longer in use. Thread-safe. */
@FunctionalInterface
public interface ReaderCloser {
  /**
   * Closes a reader.
   *
   * @throws IOException if it cannot be closed
   */
  void close(DirectoryReader reader) throws IOException;
}
