package onrecord;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import onrecord.index.KeptSnapshots;
import onrecord.index.SnapshotFunction;
import onrecord.index.Snapshots;
import onrecord.model.Article;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.schema.MissingFieldException;
import onrecord.schema.Snapshot;
import onrecord.search.Searcher;

/**
 * What is read from an archive in more than one step: pages and streams, each from the state of the
 * archive that it was begun on. Thread-safe.
 */
final class Reading implements Closeable {

  private final Snapshots snapshots;
  private final Searcher searcher;
  private final KeptSnapshots kept;

  /** Reads an archive; {@code nanos} tells the time. */
  Reading(Snapshots snapshots, LongSupplier nanos) {
    this.snapshots = snapshots;
    this.searcher = new Searcher(nanos);
    this.kept = new KeptSnapshots(Archive.CURSOR_LIFETIME, Archive.CURSOR_STATES, nanos);
  }

  Searcher searcher() {
    return searcher;
  }

  /** {@return what is read from the present state of the archive} */
  <T> T read(SnapshotFunction<T> work) throws IOException {
    return snapshots.use(snapshot -> read(snapshot, work));
  }

  /**
   * {@return what is read from a state of the archive, which stays open meanwhile}
   *
   * @throws IOException if the work throws it, or trips over a file that is damaged
   */
  static <T> T read(Snapshot snapshot, SnapshotFunction<T> work) throws IOException {
    try {
      return work.apply(snapshot);
    } catch (InvalidSearchException | SearchLimitException e) {
      throw e;
    } catch (MissingFieldException e) {
      throw new InvalidSearchException(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw requireNonNull(e.getCause());
    } catch (RuntimeException e) {
      throw snapshot.unlessDamaged(e);
    }
  }

  /** {@return what comes next of what is read from a state of the archive, if anything does} */
  static <T> Optional<T> next(Snapshot snapshot, Iterator<T> source) throws IOException {
    return read(
        snapshot, state -> source.hasNext() ? Optional.of(source.next()) : Optional.empty());
  }

  SearchResult search(Search search) throws IOException {
    Snapshot snapshot =
        search.cursor().isEmpty() ? snapshots.acquire() : stateOf(search.cursor().get());
    try {
      SearchResult result = read(snapshot, state -> searcher.search(state, search));
      if (result.cursor().isPresent()) {
        kept.keep(snapshot);
      }
      return result;
    } finally {
      KeptSnapshots.release(snapshot);
    }
  }

  private Snapshot stateOf(String cursor) throws IOException {
    String id = searcher.snapshotOf(cursor);
    Snapshot present = snapshots.acquire();
    if (present.id().equals(id)) {
      return present;
    }
    KeptSnapshots.release(present);
    return kept.acquire(id)
        .orElseThrow(() ->
            new ExpiredCursorException(
                "cursor belongs to a state of the archive that is no longer open: it is kept for "
                    + Archive.CURSOR_LIFETIME.toMinutes()
                    + " minutes after a page was last asked for, unless pages of "
                    + Archive.CURSOR_STATES
                    + " other states are asked for; begin the search again without a cursor, or"
                    + " take a stream"));
  }

  Stream<Hit> hits(Search search) throws IOException {
    if (search.cursor().isPresent()) {
      throw new InvalidSearchException("a stream begins with the first hit and takes no cursor");
    }
    return stream(snapshot -> searcher.hits(snapshot, search));
  }

  Stream<FacetCount> values(Search search, Facet facet) throws IOException {
    return stream(snapshot -> searcher.values(snapshot, search, facet));
  }

  Stream<Article> articles(Search search) throws IOException {
    return stream(snapshot -> searcher.articles(snapshot, search));
  }

  /** What is read one by one from a state of the archive. */
  @FunctionalInterface
  private interface Source<T> {
    Iterator<T> of(Snapshot snapshot) throws IOException;
  }

  private <T> Stream<T> stream(Source<T> source) throws IOException {
    Snapshot snapshot = snapshots.acquire();
    try {
      Runnable release = once(snapshot);
      return StreamSupport.stream(
              new Releasing<>(snapshot, read(snapshot, source::of), release), false)
          .onClose(release);
    } catch (IOException | RuntimeException e) {
      KeptSnapshots.release(snapshot);
      throw e;
    }
  }

  private static Runnable once(Snapshot snapshot) {
    AtomicBoolean released = new AtomicBoolean();
    return () -> {
      if (released.compareAndSet(false, true)) {
        try {
          KeptSnapshots.release(snapshot);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** Lets go of states whose time is over. */
  void letGo() throws IOException {
    kept.letGo();
  }

  @Override
  public void close() throws IOException {
    kept.close();
  }

  /** Gives what an iterator gives, and releases its source behind the last. */
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
        next = next(snapshot, source);
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
