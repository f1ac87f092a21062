package onrecord.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import onrecord.engine.EngineSettings;
import onrecord.index.KeptSnapshots;
import onrecord.index.Snapshots;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.schema.Snapshot;
import onrecord.search.Searcher;
import onrecord.search.SnapshotReads;

/**
 * Reads pages and streams, each from the snapshot that its first result was read from, which stays
 * open meanwhile. Thread-safe.
 */
final class SnapshotReading implements Closeable {

  private final Snapshots snapshots;
  private final Searcher searcher;
  private final EngineSettings settings;
  private final KeptSnapshots kept;

  SnapshotReading(
      Snapshots snapshots, Searcher searcher, EngineSettings settings, LongSupplier nanos) {
    this.snapshots = snapshots;
    this.searcher = searcher;
    this.settings = settings;
    this.kept = new KeptSnapshots(settings, nanos);
  }

  SearchResult search(Search search) throws IOException {
    Snapshot snapshot =
        search.cursor().isEmpty() ? snapshots.acquire() : snapshotOf(search.cursor().get());
    try {
      SearchResult result = SnapshotReads.read(snapshot, open -> searcher.search(open, search));
      if (result.cursor().isPresent()) {
        keep(snapshot);
      }
      return result;
    } finally {
      snapshot.release();
    }
  }

  private void keep(Snapshot snapshot) throws IOException {
    snapshots.use(current -> {
      kept.keep(snapshot, current);
      return Boolean.TRUE;
    });
  }

  private Snapshot snapshotOf(String cursor) throws IOException {
    String id = searcher.snapshotOf(cursor);
    Snapshot current = snapshots.acquire();
    if (current.id().equals(id)) {
      return current;
    }
    current.release();
    return kept.acquire(id)
        .orElseThrow(() ->
            new ExpiredCursorException(
                "cursor belongs to a snapshot of the archive that is no longer open: it is kept for "
                    + seconds(settings.cursorLifetime())
                    + " after a page was last requested, as long as such snapshots keep at most "
                    + settings.cursorBytes()
                    + " bytes on disk and are at most "
                    + EngineSettings.CURSOR_SNAPSHOTS
                    + "; start the search again without a cursor, or use a stream"));
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " seconds";
  }

  Stream<Hit> hits(Search search) throws IOException {
    if (search.cursor().isPresent()) {
      throw new InvalidSearchException("a stream begins with the first hit and takes no cursor");
    }
    return stream(snapshot -> searcher.hits(snapshot, search));
  }

  /** Starts reading results one by one from a snapshot. */
  @FunctionalInterface
  interface Source<T> {
    Iterator<T> of(Snapshot snapshot) throws IOException;
  }

  /**
   * {@return a stream of results from the current snapshot, which is released after the last result
   * or when the stream is closed}
   */
  <T> Stream<T> stream(Source<T> source) throws IOException {
    Snapshot snapshot = snapshots.acquire();
    try {
      Runnable release = once(snapshot);
      return StreamSupport.stream(
              new Releasing<>(snapshot, SnapshotReads.read(snapshot, source::of), release), false)
          .onClose(release);
    } catch (IOException | RuntimeException e) {
      snapshot.release();
      throw e;
    }
  }

  private static Runnable once(Snapshot snapshot) {
    AtomicBoolean released = new AtomicBoolean();
    return () -> {
      if (released.compareAndSet(false, true)) {
        try {
          snapshot.release();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** Releases the snapshots whose cursors have expired, or that take too much room on disk. */
  void releaseExpired() throws IOException {
    kept.releaseExpired();
    snapshots.use(current -> {
      kept.releaseExcess(current);
      return Boolean.TRUE;
    });
  }

  @Override
  public void close() throws IOException {
    kept.close();
  }

  /** Passes on the results of an iterator, and releases its snapshot after the last. */
  private static final class Releasing<T> extends AbstractSpliterator<T> {
    private final Snapshot snapshot;
    private final Iterator<T> source;
    private final Runnable release;

    Releasing(Snapshot snapshot, Iterator<T> source, Runnable release) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.snapshot = snapshot;
      this.source = source;
      this.release = release;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      Optional<T> next;
      try {
        next =
            SnapshotReads.read(
                snapshot, open -> source.hasNext() ? Optional.of(source.next()) : Optional.empty());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (next.isEmpty()) {
        release.run();
        return false;
      }
      action.accept(next.get());
      return true;
    }
  }
}
