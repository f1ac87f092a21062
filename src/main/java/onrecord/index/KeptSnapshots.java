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
 * Keeps snapshots open between requests: each for a given time after it was last used, and at most
 * a given number, of which the least recently used is released first. Thread-safe.
 */
public final class KeptSnapshots implements Closeable {

  private final long lifetime;
  private final int capacity;
  private final LongSupplier nanos;
  // The least recently used is the first.
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private boolean closed;

  private record Kept(Snapshot snapshot, long since) {}

  /**
   * Creates an empty store.
   *
   * @param lifetime how long a snapshot is kept after its last use
   * @param capacity the maximum number of snapshots
   * @param nanos returns the time, in nanoseconds since any fixed moment
   */
  public KeptSnapshots(Duration lifetime, int capacity, LongSupplier nanos) {
    this.lifetime = lifetime.toNanos();
    this.capacity = capacity;
    this.nanos = nanos;
  }

  /**
   * Keeps a snapshot; its lifetime begins now. Has no effect if this store is closed.
   *
   * @param snapshot an open snapshot
   * @throws IOException if another snapshot cannot be released
   */
  public synchronized void keep(Snapshot snapshot) throws IOException {
    if (closed) {
      return;
    }
    Kept before = kept.remove(snapshot.id());
    if (before == null && !snapshot.tryRetain()) {
      throw new IllegalStateException("snapshot is closed");
    }
    Snapshot light = before == null ? snapshot.withoutNumbers() : before.snapshot();
    kept.put(snapshot.id(), new Kept(light, nanos.getAsLong()));
    releaseExpired();
  }

  /**
   * {@return the snapshot with an id, if it is still kept; the caller must {@linkplain
   * Snapshot#release release} it}
   *
   * @throws IOException if another snapshot cannot be released
   */
  public synchronized Optional<Snapshot> acquire(String id) throws IOException {
    releaseExpired();
    @Nullable Kept found = kept.get(id);
    if (found == null) {
      return Optional.empty();
    }
    // It has a reference of its own until it is no longer kept.
    found.snapshot().tryRetain();
    return Optional.of(found.snapshot());
  }

  /**
   * Releases the snapshots whose lifetime has ended.
   *
   * @throws IOException if one cannot be closed
   */
  public synchronized void releaseExpired() throws IOException {
    long now = nanos.getAsLong();
    List<Kept> expired = new ArrayList<>();
    int left = kept.size();
    for (Kept oldest : kept.values()) {
      if (left > capacity || now - oldest.since() > lifetime) {
        expired.add(oldest);
        left--;
      }
    }
    for (Kept old : expired) {
      kept.remove(old.snapshot().id());
      old.snapshot().release();
    }
  }

  /** Releases all snapshots. Has no effect if this store is closed. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    List<Kept> all = List.copyOf(kept.values());
    kept.clear();
    for (Kept each : all) {
      each.snapshot().release();
    }
  }
}
