package onrecord.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import onrecord.schema.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Keeps states of an archive open that more is to be read from: each for some time after it was
 * last kept, and at most so many, of which the one kept longest ago is let go first. Thread-safe.
 */
public final class KeptSnapshots implements Closeable {

  private final long lifetime;
  private final int most;
  private final LongSupplier nanos;
  // The one kept longest ago is the first.
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private boolean closed;

  private record Kept(Snapshot snapshot, long since) {}

  /**
   * Makes an empty store.
   *
   * @param lifetime how long a state is kept
   * @param most how many are kept at most
   * @param nanos tells the time, in nanoseconds from any start
   */
  public KeptSnapshots(Duration lifetime, int most, LongSupplier nanos) {
    this.lifetime = lifetime.toNanos();
    this.most = most;
    this.nanos = nanos;
  }

  /**
   * Keeps a state, or keeps it anew.
   *
   * @param snapshot a state that is open
   * @throws IOException if another one cannot be let go
   */
  public synchronized void keep(Snapshot snapshot) throws IOException {
    if (closed) {
      return;
    }
    Kept before = kept.remove(snapshot.id());
    if (before == null) {
      snapshot.reader().incRef();
    }
    Snapshot light = before == null ? snapshot.withoutNumbers() : before.snapshot();
    kept.put(snapshot.id(), new Kept(light, nanos.getAsLong()));
    releaseExpired();
  }

  /**
   * {@return the state with a name, if it is still kept; the caller must give it back by {@link
   * #release}}
   *
   * @throws IOException if another one cannot be let go
   */
  public synchronized Optional<Snapshot> acquire(String id) throws IOException {
    releaseExpired();
    @Nullable Kept found = kept.get(id);
    if (found == null) {
      return Optional.empty();
    }
    found.snapshot().reader().incRef();
    return Optional.of(found.snapshot());
  }

  /**
   * Gives back a state.
   *
   * @throws IOException if it cannot be closed
   */
  public static void release(Snapshot snapshot) throws IOException {
    snapshot.reader().decRef();
  }

  /**
   * Lets go of the states whose time is over.
   *
   * @throws IOException if one cannot be closed
   */
  public synchronized void releaseExpired() throws IOException {
    long now = nanos.getAsLong();
    List<Kept> over = new ArrayList<>();
    int left = kept.size();
    for (Kept state : kept.values()) {
      if (left > most || now - state.since() > lifetime) {
        over.add(state);
        left--;
      }
    }
    for (Kept state : over) {
      kept.remove(state.snapshot().id());
      release(state.snapshot());
    }
  }

  /** Lets go of all states. Closing twice has no effect. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    List<Kept> all = List.copyOf(kept.values());
    kept.clear();
    for (Kept state : all) {
      release(state.snapshot());
    }
  }
}
