package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents of all hits, by segment: a list where there are few, a set of bits where there are
 * many. They are added in their order. Not thread-safe.
 */
final class KeptDocuments {

  /** A list takes 32 bits for each of its documents, a set one bit for each of a segment. */
  private static final int BITS = 32;

  private static final int FIRST_SIZE = 64;
  private static final float[] NO_SCORES = {};

  private final List<MatchingDocs> parts = new ArrayList<>();
  private int[] list = new int[FIRST_SIZE];
  private int listed;
  private @Nullable LeafReaderContext segment;
  private @Nullable FixedBitSet bits;

  /** {@return the documents of the segments that are finished} */
  List<MatchingDocs> parts() {
    return parts;
  }

  /** {@return whether so many documents of a segment are kept as a set} */
  static boolean areMany(long documents, LeafReaderContext leaf) {
    return documents > leaf.reader().maxDoc() / BITS;
  }

  /** Begins a segment. */
  void begin(LeafReaderContext leaf) {
    segment = leaf;
    bits = null;
    listed = 0;
  }

  /** Adds a document. */
  void add(int doc) {
    if (bits != null) {
      bits.set(doc);
      return;
    }
    if (listed == list.length) {
      if (areMany(listed + 1L, requireNonNull(segment))) {
        set().set(doc);
        return;
      }
      list = Arrays.copyOf(list, 2 * listed);
    }
    list[listed++] = doc;
  }

  /** Adds documents from one to before another. */
  void addRange(int from, int to) {
    set().set(from, to);
  }

  /** Adds documents to a segment that has none yet; the set is not changed any more. */
  void addAll(FixedBitSet documents) {
    bits = documents;
  }

  /** {@return the set that the list is turned into} */
  private FixedBitSet set() {
    FixedBitSet set = bits;
    if (set == null) {
      set = new FixedBitSet(requireNonNull(segment).reader().maxDoc());
      for (int i = 0; i < listed; i++) {
        set.set(list[i]);
      }
      bits = set;
    }
    return set;
  }

  /** Finishes a segment. */
  void finish() {
    FixedBitSet set = bits;
    int size = set == null ? listed : set.cardinality();
    if (size > 0) {
      parts.add(
          new MatchingDocs(
              requireNonNull(segment),
              set == null ? new ListedDocuments(list, listed) : new BitDocIdSet(set, size),
              size,
              NO_SCORES));
    }
  }
}
