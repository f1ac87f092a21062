package onrecord.schema;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;

/**
 * Counts the references to a reader, and closes it when the last one is released. Thread-safe.
 *
 * <p>Lucene's own count closes the reader on the thread that releases the last reference. Closing a
 * reader of a writer deletes files through the writer, whose lock file Java closes if that thread
 * is interrupted. The thread that closes is therefore chosen here.
 */
final class ReaderReferences {

  private final DirectoryReader reader;
  private final ReaderCloser closer;
  private final AtomicInteger count = new AtomicInteger(1);

  /** Creates a count with one reference. */
  ReaderReferences(DirectoryReader reader, ReaderCloser closer) {
    this.reader = reader;
    this.closer = closer;
  }

  /** Adds a reference, unless the last one has been released; returns whether it was added. */
  boolean tryRetain() {
    return count.getAndUpdate(references -> references == 0 ? 0 : references + 1) > 0;
  }

  /**
   * Releases a reference.
   *
   * @throws IOException if it was the last one and the reader cannot be closed
   */
  void release() throws IOException {
    int left = count.decrementAndGet();
    if (left < 0) {
      throw new IllegalStateException("snapshot was released more often than it was acquired");
    }
    if (left == 0) {
      closer.close(reader);
    }
  }

  /** {@return the number of references} */
  int count() {
    return count.get();
  }
}
