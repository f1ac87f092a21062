package onrecord.search;

import java.io.IOException;
import java.util.function.IntConsumer;
import onrecord.query.Facet;
import onrecord.schema.LabelOrdinals;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.NumericUtils;

/**
 * The values of a facet, which are no dates, numbered in their order over a whole snapshot.
 * Immutable.
 */
sealed interface FacetValues {

  /** {@return the values of a facet} */
  static FacetValues of(Snapshot snapshot, Facet facet) throws IOException {
    return facet == Facet.CONFIDENCE
        ? new Bands()
        : new Names(snapshot.ordinals(FacetFields.of(facet)));
  }

  /** {@return one more than the greatest number} */
  int size();

  /** {@return the value with a number} */
  String name(int number) throws IOException;

  /** {@return the numbers of the values of the documents of a segment} */
  Segment segment(LeafReaderContext leaf) throws IOException;

  /** The values of the documents of a segment. Not thread-safe. */
  interface Segment {
    /** Gives the numbers of the values of a document, each once; documents come in order. */
    void visit(int doc, IntConsumer numbers) throws IOException;
  }

  /** Values that are names. */
  record Names(LabelOrdinals ordinals) implements FacetValues {
    @Override
    public int size() {
      return ordinals.size();
    }

    @Override
    public String name(int number) throws IOException {
      return ordinals.name(number);
    }

    @Override
    public Segment segment(LeafReaderContext leaf) throws IOException {
      SortedSetDocValues values = ordinals.values(leaf);
      LongValues global = ordinals.globalNumbers(leaf);
      return (doc, numbers) -> {
        if (values.advanceExact(doc)) {
          for (int i = values.docValueCount(); i > 0; i--) {
            numbers.accept((int) global.get(values.nextOrd()));
          }
        }
      };
    }
  }

  /** The bands of the confidence. */
  record Bands() implements FacetValues {
    @Override
    public int size() {
      return Facet.CONFIDENCE_BANDS.size();
    }

    @Override
    public String name(int number) {
      return Facet.CONFIDENCE_BANDS.get(number);
    }

    @Override
    public Segment segment(LeafReaderContext leaf) throws IOException {
      SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), Schema.CONFIDENCE);
      return (doc, numbers) -> {
        if (values.advanceExact(doc)) {
          numbers.accept(FacetFields.band(NumericUtils.sortableLongToDouble(values.nextValue())));
        }
      };
    }
  }
}
