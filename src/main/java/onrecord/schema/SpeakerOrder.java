package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.comparators.TermOrdValComparator;

/** Orders hits by the names of their speakers. Hits without a known speaker come last. */
final class SpeakerOrder extends SortField {

  private SpeakerOrder() {
    super(IndexField.SPEAKER.field(), Type.STRING, false, STRING_LAST);
  }

  /** {@return the order without regard to case and accents, and of equal names by code points} */
  static SortField ascending() {
    return new SpeakerOrder();
  }

  @Override
  public FieldComparator<?> getComparator(int hits, Pruning pruning) {
    // Lucene could skip hits by the terms of the field only if they were in the same order.
    return new TermOrdValComparator(hits, getField(), true, false, Pruning.NONE) {
      @Override
      protected SortedDocValues getSortedDocValues(LeafReaderContext segment, String field)
          throws IOException {
        return SpeakerRanks.keys(segment.reader());
      }
    };
  }
}
