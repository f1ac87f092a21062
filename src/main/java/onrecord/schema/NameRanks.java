package onrecord.schema;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import onrecord.model.SpeakerType;
import onrecord.query.OwnOrder.Direction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The order of the names in a field of a segment by their {@linkplain SortKey keys}. It is computed
 * when it is first requested and kept while the segment is open. Immutable, thread-safe.
 */
final class NameRanks {

  private static final SegmentCache<Map<String, NameRanks>> CACHE =
      new SegmentCache<>(segment -> new ConcurrentHashMap<>());

  private static final int NONE = -1;

  // The rank of each name, and the first name with each rank, by their ordinals.
  private final int[] ranks;
  private final int[] ordinals;

  private NameRanks(SortedSetDocValues names) throws IOException {
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

  private static NameRanks of(LeafReader segment, String field) throws IOException {
    Map<String, NameRanks> computed = CACHE.get(segment);
    @Nullable NameRanks known = computed.get(field);
    if (known != null) {
      return known;
    }
    NameRanks ranks = new NameRanks(DocValues.getSortedSet(segment, field));
    computed.put(field, ranks);
    return ranks;
  }

  /**
   * {@return the keys of the known speakers of the quotations of a segment}
   *
   * @throws IOException if they cannot be read
   */
  static SortedDocValues keysOfSpeakers(LeafReader segment) throws IOException {
    String field = IndexField.SPEAKER.field();
    NameRanks ranks = of(segment, field);
    SortedSetDocValues names = DocValues.getSortedSet(segment, field);
    SortedSetDocValues types = DocValues.getSortedSet(segment, IndexField.SPEAKER_TYPE.field());
    long unknown = types.lookupTerm(new BytesRef(SpeakerType.UNKNOWN.name()));
    return ranks
    .new Keys(
        names,
        () ->
            types.advanceExact(names.docID()) && types.nextOrd() == unknown
                ? NONE
                : ranks.ranks[(int) names.nextOrd()]);
  }

  /**
   * {@return the keys of the quotations of a segment by a field with any number of names} The least
   * name counts in ascending order, the greatest in descending order.
   *
   * @throws IOException if they cannot be read
   */
  static SortedDocValues keys(LeafReader segment, String field, Direction direction)
      throws IOException {
    NameRanks ranks = of(segment, field);
    SortedSetDocValues names = DocValues.getSortedSet(segment, field);
    long unknown = names.lookupTerm(new BytesRef(Schema.UNKNOWN));
    return ranks
    .new Keys(
        names,
        () -> {
          int chosen = NONE;
          for (int i = names.docValueCount(); i > 0; i--) {
            long name = names.nextOrd();
            if (name != unknown) {
              int rank = ranks.ranks[(int) name];
              boolean isBefore = direction == Direction.ASCENDING ? rank < chosen : rank > chosen;
              chosen = chosen == NONE || isBefore ? rank : chosen;
            }
          }
          return chosen;
        });
  }

  /** Chooses the rank of the current document, or {@link #NONE} if it has no known name. */
  @FunctionalInterface
  private interface Choice {
    int rank() throws IOException;
  }

  /** The keys of the documents. Not thread-safe. */
  private final class Keys extends SortedDocValues {
    private final SortedSetDocValues names;
    private final Choice choice;
    private int rank = NONE;

    Keys(SortedSetDocValues names, Choice choice) {
      this.names = names;
      this.choice = choice;
    }

    @Override
    public boolean advanceExact(int target) throws IOException {
      return names.advanceExact(target) && isKnown();
    }

    /** Whether the current document, whose rank becomes the current value, has a known name. */
    private boolean isKnown() throws IOException {
      rank = choice.rank();
      return rank != NONE;
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
