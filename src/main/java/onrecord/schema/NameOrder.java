package onrecord.schema;

import java.io.IOException;
import onrecord.query.OwnOrder.Direction;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.comparators.TermOrdValComparator;

/**
 * Orders hits by names without regard to case and accents, and those with equal names by code
 * points. Hits without a known name come last.
 */
final class NameOrder extends SortField {

  private final Keys keys;

  private NameOrder(String field, Direction direction, Keys keys) {
    // Reversing the order reverses the place of what is missing.
    super(
        field,
        Type.STRING,
        direction == Direction.DESCENDING,
        direction == Direction.DESCENDING ? STRING_FIRST : STRING_LAST);
    this.keys = keys;
  }

  /** Reads the keys that the documents of a segment are sorted by. */
  @FunctionalInterface
  private interface Keys {
    SortedDocValues of(LeafReader segment) throws IOException;
  }

  /** {@return the ascending order of the names of speakers} */
  static SortField ofSpeakers() {
    return new NameOrder(
        IndexField.SPEAKER.field(), Direction.ASCENDING, NameRanks::keysOfSpeakers);
  }

  /** {@return the order of the names in a field that the owner of the archive has added} */
  static SortField of(OwnIndexField own, Direction direction) {
    return new NameOrder(
        own.name(), direction, segment -> NameRanks.keys(segment, own.name(), direction));
  }

  @Override
  public FieldComparator<?> getComparator(int hits, Pruning pruning) {
    boolean isMissingLast = !getReverse();
    // Lucene could skip hits by the terms of the field only if they were in the same order.
    return new TermOrdValComparator(hits, getField(), isMissingLast, getReverse(), Pruning.NONE) {
      @Override
      protected SortedDocValues getSortedDocValues(LeafReaderContext segment, String field)
          throws IOException {
        return keys.of(segment.reader());
      }
    };
  }
}
