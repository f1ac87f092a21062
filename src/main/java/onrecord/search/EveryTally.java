package onrecord.search;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.OwnField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.Term;

/**
 * The counts of every quotation of a snapshot by the values of facets. They are kept with the
 * snapshot when they are first computed, until they take 4 bytes for each of its documents, or 64
 * KB. Thread-safe.
 */
final class EveryTally {

  private static final int BYTES_OF_A_DOCUMENT = 4;

  /** What counts may take, however few documents there are. */
  private static final int LEAST_BYTES = 1 << 16;

  private final Kept kept;
  private final Optional<Term> leftOut;

  private EveryTally(Kept kept, Optional<Term> leftOut) {
    this.kept = kept;
    this.leftOut = leftOut;
  }

  /** What quotations are counted by. */
  private record Key(Facet facet, Optional<Term> leftOut) {}

  /** The counts that are kept. Thread-safe. */
  private static final class Kept {
    private final Map<Key, Tally> tallies = new ConcurrentHashMap<>();
    private final AtomicLong bytesLeft;

    Kept(long bytes) {
      this.bytesLeft = new AtomicLong(bytes);
    }

    void add(Key key, Tally tally) {
      long bytes = tally.bytes();
      if (bytesLeft.addAndGet(-bytes) < 0 || tallies.putIfAbsent(key, tally) != null) {
        bytesLeft.addAndGet(bytes);
      }
    }
  }

  /**
   * {@return the counts of a snapshot}
   *
   * @param leftOut the term of the quotations that are not counted, if there are any
   */
  static EveryTally of(Snapshot snapshot, Optional<Term> leftOut) {
    long bytes = (long) BYTES_OF_A_DOCUMENT * snapshot.reader().maxDoc();
    return new EveryTally(
        snapshot.kept(Kept.class, () -> new Kept(Math.max(LEAST_BYTES, bytes))), leftOut);
  }

  /**
   * {@return the counts by the values of a facet, if they are kept; of dates, those by days of
   * publication}
   */
  Optional<Tally> get(Facet facet) {
    return Optional.ofNullable(kept.tallies.get(new Key(facet, leftOut)));
  }

  /** {@return whether the counts that answer a request are kept} */
  boolean answers(FacetRequest request) {
    boolean isOfOwnDays =
        request instanceof FacetRequest.Dates && request.facet() instanceof OwnField;
    return !isOfOwnDays && get(request.facet()).isPresent();
  }

  /** Keeps counts, which do not change any more, if there is room for them. */
  void add(Facet facet, Tally tally) {
    kept.add(new Key(facet, leftOut), tally);
  }
}
