package onrecord.index;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import onrecord.engine.EngineSettings;
import onrecord.schema.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Keeps snapshots open between requests, each for a given time after it was last used. Their number
 * is limited, and so are the bytes on disk that only they need; the least recently used is released
 * first. Thread-safe.
 */
public final class KeptSnapshots implements Closeable {

  private final EngineSettings settings;
  private final LongSupplier nanos;
  // The least recently used is the first.
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private boolean closed;

  private record Kept(Snapshot snapshot, long since) {}

  /**
   * Creates an empty store.
   *
   * @param settings the limits
   * @param nanos returns the time, in nanoseconds since any fixed moment
   */
  public KeptSnapshots(EngineSettings settings, LongSupplier nanos) {
    this.settings = settings;
    this.nanos = nanos;
  }

  /**
   * Keeps a snapshot; its lifetime begins now. Has no effect if this store is closed.
   *
   * @param snapshot an open snapshot
   * @param current the current snapshot, which needs its files in any case
   * @throws IOException if another snapshot cannot be released
   */
  public synchronized void keep(Snapshot snapshot, Snapshot current) throws IOException {
    if (closed) {
      return;
    }
    Kept before = kept.remove(snapshot.id());
    if (before == null && !snapshot.tryRetain()) {
      throw new IllegalStateException("snapshot is closed");
    }
    Snapshot light = before == null ? snapshot.withoutOrdinals() : before.snapshot();
    kept.put(snapshot.id(), new Kept(light, nanos.getAsLong()));
    releaseExpired();
    if (before == null) {
      releaseExcess(current);
    }
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
    int excess = kept.size() - EngineSettings.CURSOR_SNAPSHOTS;
    List<Kept> expired = new ArrayList<>();
    for (Kept oldest : kept.values()) {
      if (expired.size() >= excess && now - oldest.since() <= settings.cursorLifetime().toNanos()) {
        break;
      }
      expired.add(oldest);
    }
    release(expired);
  }

  /**
   * Releases snapshots until the bytes on disk that only they need are within the limit.
   *
   * @param current the current snapshot, which needs its files in any case
   * @throws IOException if one cannot be closed
   */
  public synchronized void releaseExcess(Snapshot current) throws IOException {
    Multiset<String> uses = HashMultiset.create();
    Map<String, Long> bytes = new HashMap<>();
    for (Kept each : kept.values()) {
      uses.addAll(each.snapshot().segmentBytes().keySet());
      bytes.putAll(each.snapshot().segmentBytes());
    }
    bytes.keySet().removeAll(current.segmentBytes().keySet());
    long total = bytes.values().stream().mapToLong(Long::longValue).sum();
    List<Kept> excess = new ArrayList<>();
    for (Kept oldest : kept.values()) {
      if (total <= settings.cursorBytes()) {
        break;
      }
      excess.add(oldest);
      for (String segment : oldest.snapshot().segmentBytes().keySet()) {
        if (uses.remove(segment, 1) == 1) {
          total -= bytes.getOrDefault(segment, 0L);
        }
      }
    }
    release(excess);
  }

  private void release(List<Kept> old) throws IOException {
    for (Kept each : old) {
      kept.remove(each.snapshot().id());
      each.snapshot().release();
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
