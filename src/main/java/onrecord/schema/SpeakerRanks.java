package onrecord.schema;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import onrecord.model.SpeakerType;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The order of the names of the speakers in a segment by their {@linkplain SortKey keys}. It is
 * computed when it is first requested and kept while the segment is open. Immutable, thread-safe.
 */
final class SpeakerRanks {

  private static final SegmentCache<SpeakerRanks> CACHE = new SegmentCache<>(SpeakerRanks::new);

  // The rank of each name, and the first name with each rank, by their ordinals.
  private final int[] ranks;
  private final int[] ordinals;

  private SpeakerRanks(LeafReader segment) throws IOException {
    SortedSetDocValues names = DocValues.getSortedSet(segment, IndexField.SPEAKER.field());
    BytesRef[] keys = new BytesRef[Math.toIntExact(names.getValueCount())];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = SortKey.of(names.lookupOrd(i).utf8ToString());
    }
    int[] sorted =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparing(ordinal -> keys[ordinal]))
            .mapToInt(Integer::intValue)
            .toArray();
    ranks = new int[keys.length];
    int[] first = new int[keys.length];
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      // Keys of long names are cut, so they may be equal.
      if (i == 0 || !keys[sorted[i]].equals(keys[sorted[i - 1]])) {
        first[count++] = sorted[i];
      }
      ranks[sorted[i]] = count - 1;
    }
    ordinals = Arrays.copyOf(first, count);
  }

  /**
   * {@return the keys of the known speakers of the quotations of a segment}
   *
   * @throws IOException if they cannot be read
   */
  static SortedDocValues keys(LeafReader segment) throws IOException {
    return CACHE.get(segment).new Keys(segment);
  }

  /** The keys of the documents. Not thread-safe. */
  private final class Keys extends SortedDocValues {
    private final SortedSetDocValues names;
    private final SortedSetDocValues types;
    private final long unknown;
    private int rank = -1;

    Keys(LeafReader segment) throws IOException {
      this.names = DocValues.getSortedSet(segment, IndexField.SPEAKER.field());
      this.types = DocValues.getSortedSet(segment, IndexField.SPEAKER_TYPE.field());
      this.unknown = types.lookupTerm(new BytesRef(SpeakerType.UNKNOWN.name()));
    }

    @Override
    public boolean advanceExact(int target) throws IOException {
      return names.advanceExact(target) && isKnown();
    }

    /** Whether the speaker of the current document, which becomes the current value, is known. */
    private boolean isKnown() throws IOException {
      int doc = names.docID();
      if (types.advanceExact(doc) && types.nextOrd() == unknown) {
        return false;
      }
      rank = ranks[(int) names.nextOrd()];
      return true;
    }

    @Override
    public int nextDoc() throws IOException {
      return known(names.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
      return known(names.advance(target));
    }

    private int known(int first) throws IOException {
      int doc = first;
      while (doc != NO_MORE_DOCS && !isKnown()) {
        doc = names.nextDoc();
      }
      return doc;
    }

    @Override
    public int docID() {
      return names.docID();
    }

    @Override
    public int ordValue() {
      return rank;
    }

    @Override
    public BytesRef lookupOrd(int ord) throws IOException {
      return SortKey.of(names.lookupOrd(ordinals[ord]).utf8ToString());
    }

    @Override
    public int getValueCount() {
      return ordinals.length;
    }

    @Override
    public long cost() {
      return names.cost();
    }
  }
}
