package onrecord.schema;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * What is computed of a segment when it is first requested, kept while the segment is open.
 * Thread-safe.
 *
 * @param <T> the type of what is computed, which is thread-safe
 */
final class SegmentCache<T> {

  private final Map<IndexReader.CacheKey, T> computed = new ConcurrentHashMap<>();
  private final Computation<T> computation;

  SegmentCache(Computation<T> computation) {
    this.computation = computation;
  }

  /** Computes something of a segment. */
  @FunctionalInterface
  interface Computation<T> {
    T of(LeafReader segment) throws IOException;
  }

  /**
   * {@return what is computed of a segment}
   *
   * @throws IOException if the segment cannot be read; the next call tries again
   */
  T get(LeafReader segment) throws IOException {
    IndexReader.CacheHelper core = segment.getCoreCacheHelper();
    @Nullable T known = computed.get(core.getKey());
    if (known != null) {
      return known;
    }
    T found = computation.of(segment);
    if (computed.put(core.getKey(), found) == null) {
      core.addClosedListener(computed::remove);
    }
    return found;
  }
}
