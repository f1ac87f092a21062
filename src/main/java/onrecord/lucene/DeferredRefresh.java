package onrecord.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import onrecord.index.ArchiveWriter;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes an archive at intervals only while it is searched. If it was not searched since the
 * last interval, the refresh is made by the next search, before it begins, so that articles that
 * are added in the meantime are not written to many small segments. Thread-safe.
 */
final class DeferredRefresh {

  /** The number of changes that are held in memory before a refresh is made in any case. */
  private static final long MAX_CHANGES = 50_000;

  private final ArchiveWriter writer;
  private final long maxChanges;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  // The number of intervals that have ended, and of those whose refresh has been made.
  private volatile long ended;
  private volatile long made;
  private volatile boolean searched;

  DeferredRefresh(ArchiveWriter writer) {
    this(writer, MAX_CHANGES);
  }

  DeferredRefresh(ArchiveWriter writer, long maxChanges) {
    this.writer = writer;
    this.maxChanges = maxChanges;
  }

  /**
   * Ends an interval.
   *
   * @throws IOException if the archive cannot be refreshed, or could not be since the last interval
   */
  synchronized void endInterval() throws IOException {
    Exception thrown = failure.getAndSet(null);
    if (thrown != null) {
      throw thrown instanceof IOException e ? e : new IOException(thrown.getMessage(), thrown);
    }
    boolean due = searched || writer.changesSinceRefresh() >= maxChanges;
    searched = false;
    if (due) {
      writer.refresh();
      made = ended;
    } else {
      ended++;
    }
  }

  /**
   * Makes the refresh that is due. If that fails, the search is answered from the last snapshot,
   * and the next interval throws the failure.
   */
  void beforeSearch() {
    searched = true;
    if (made != ended) {
      refresh();
    }
  }

  private synchronized void refresh() {
    if (made != ended) {
      made = ended;
      try {
        writer.refresh();
      } catch (IOException | RuntimeException e) {
        failure.set(e);
      }
    }
  }
}
