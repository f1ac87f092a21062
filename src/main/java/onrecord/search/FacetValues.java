package onrecord.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import onrecord.query.Facet;
import onrecord.query.OwnField;
import onrecord.schema.IndexField;
import onrecord.schema.LabelOrdinals;
import onrecord.schema.SegmentOrdinals;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.NumericUtils;

/**
 * The values of a facet other than dates, with ordinals in their order over a whole snapshot. Not
 * thread-safe.
 */
sealed interface FacetValues permits FacetValues.Names, FacetValues.Bands, OwnValues {

  /** {@return the values of a facet} */
  static FacetValues of(Snapshot snapshot, Facet facet) throws IOException {
    return switch (facet) {
      case OwnField own -> OwnValues.of(snapshot, own);
      case Facet.Standard standard -> of(snapshot, standard);
    };
  }

  private static FacetValues of(Snapshot snapshot, Facet.Standard facet) throws IOException {
    IndexField field = IndexField.of(facet);
    return switch (facet.kind()) {
      case NAMES, CONSTANTS -> Names.of(snapshot.ordinals(field), field.isOfArticles());
      case BANDS -> new Bands(field, facet.closedValues().orElseThrow());
      case DATES ->
          throw new IllegalArgumentException("values of facet " + facet.word() + " are dates");
      case OWN -> throw new IllegalArgumentException(facet + " is a facet of every archive");
    };
  }

  /** {@return the number of values, whose ordinals begin with 0} */
  int size();

  /** {@return the value with an ordinal} */
  String name(int ordinal) throws IOException;

  /** {@return whether all quotations of an article have the same values} */
  boolean areOfArticles();

  /** {@return the ordinals of the values of the documents of a segment} */
  Segment segment(LeafReaderContext leaf) throws IOException;

  /**
   * {@return the ordinals of the values of many documents of a segment, which may be kept in memory
   * for the next time}
   */
  default Segment keptSegment(LeafReaderContext leaf) throws IOException {
    return segment(leaf);
  }

  /** The values of the documents of a segment. Not thread-safe. */
  interface Segment {
    /** Passes on the ordinal of each value of a document; documents must be visited in order. */
    void visit(int doc, IntConsumer consumer) throws IOException;

    /**
     * Counts the values of documents.
     *
     * @param docs quotations, in their order
     * @param ends the documents of the articles
     * @param base the document of the whole index that is the first of the segment
     */
    default void count(DocIdSetIterator docs, BitSet ends, int base, Tally tally)
        throws IOException {
      int end = -1;
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (doc > end) {
          end = ends.nextSetBit(doc);
        }
        int article = base + end;
        visit(doc, ordinal -> tally.count(ordinal, article));
      }
    }

    /** Counts values that all quotations of an article have, which are read once for its hits. */
    default void count(ArticleRuns runs, Tally tally) throws IOException {
      for (int i = 0; i < runs.size(); i++) {
        int quotations = runs.quotations(i);
        visit(runs.first(i), ordinal -> tally.add(ordinal, quotations, 1));
      }
    }
  }

  /** Values that are names. */
  record Names(LabelOrdinals ordinals, LabelOrdinals.Names names, boolean areOfArticles)
      implements FacetValues {

    static Names of(LabelOrdinals ordinals, boolean areOfArticles) {
      return new Names(ordinals, ordinals.names(), areOfArticles);
    }

    @Override
    public int size() {
      return ordinals.size();
    }

    @Override
    public String name(int ordinal) throws IOException {
      return names.name(ordinal);
    }

    @Override
    public Segment segment(LeafReaderContext leaf) throws IOException {
      SortedSetDocValues values = ordinals.values(leaf);
      LongValues global = ordinals.globalNumbers(leaf);
      SortedDocValues single = DocValues.unwrapSingleton(values);
      if (single != null) {
        return new SingleNames(
            doc -> single.advanceExact(doc) ? single.ordValue() : -1,
            single.getValueCount(),
            global,
            ordinals.merges());
      }
      if (ordinals.merges()) {
        return (doc, consumer) -> {
          if (values.advanceExact(doc)) {
            different(values, global).forEach(consumer);
          }
        };
      }
      return (doc, consumer) -> {
        if (values.advanceExact(doc)) {
          for (int i = values.docValueCount(); i > 0; i--) {
            consumer.accept((int) global.get(values.nextOrd()));
          }
        }
      };
    }

    @Override
    public Segment keptSegment(LeafReaderContext leaf) throws IOException {
      Optional<SegmentOrdinals> kept = ordinals.kept(leaf);
      if (kept.isEmpty()) {
        return segment(leaf);
      }
      SegmentOrdinals numbers = kept.get();
      return new SingleNames(
          numbers::of, numbers.size(), ordinals.globalNumbers(leaf), ordinals.merges());
    }

    /** {@return the numbers of a document's names, each once although several names have it} */
    static IntStream different(SortedSetDocValues values, LongValues global) throws IOException {
      IntStream.Builder numbers = IntStream.builder();
      for (int i = values.docValueCount(); i > 0; i--) {
        numbers.add((int) global.get(values.nextOrd()));
      }
      return numbers.build().distinct();
    }
  }

  /** Returns the number of the name of a document in its segment. */
  @FunctionalInterface
  interface NumberOf {
    /** {@return the number; -1 if the document has no name} Documents are visited in order. */
    int of(int doc) throws IOException;
  }

  /**
   * The names of documents that have at most one each.
   *
   * @param numbers the numbers of the names in the segment
   * @param size how many numbers there are
   * @param global the ordinals by these numbers
   * @param merges whether several numbers may have one ordinal
   */
  record SingleNames(NumberOf numbers, int size, LongValues global, boolean merges)
      implements Segment {
    @Override
    public void visit(int doc, IntConsumer consumer) throws IOException {
      int number = numbers.of(doc);
      if (number >= 0) {
        consumer.accept((int) global.get(number));
      }
    }

    @Override
    public void count(DocIdSetIterator docs, BitSet ends, int base, Tally tally)
        throws IOException {
      if (merges || docs.cost() < size) {
        count(docs, ends, base, tally, global);
        return;
      }
      // Counting by the numbers of the segment is faster than looking each ordinal up.
      Tally numbered = Tally.of(size, docs.cost());
      count(docs, ends, base, numbered, LongValues.IDENTITY);
      numbered.forEach(number ->
          tally.add(
              (int) global.get(number), numbered.quotations(number), numbered.articles(number)));
    }

    private void count(
        DocIdSetIterator docs, BitSet ends, int base, Tally tally, LongValues ordinals)
        throws IOException {
      int end = -1;
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (doc > end) {
          end = ends.nextSetBit(doc);
        }
        int number = numbers.of(doc);
        if (number >= 0) {
          tally.count((int) ordinals.get(number), base + end);
        }
      }
    }

    @Override
    public void count(ArticleRuns runs, Tally tally) throws IOException {
      for (int i = 0; i < runs.size(); i++) {
        int number = numbers.of(runs.first(i));
        if (number >= 0) {
          tally.add((int) global.get(number), runs.quotations(i), 1);
        }
      }
    }
  }

  /** Values that are bands of a decimal number. */
  record Bands(IndexField field, List<String> bands) implements FacetValues {
    @Override
    public int size() {
      return bands.size();
    }

    @Override
    public String name(int ordinal) {
      return bands.get(ordinal);
    }

    @Override
    public boolean areOfArticles() {
      return false;
    }

    @Override
    public Segment segment(LeafReaderContext leaf) throws IOException {
      SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), field.field());
      return (doc, consumer) -> {
        if (values.advanceExact(doc)) {
          consumer.accept(ConfidenceBand.of(NumericUtils.sortableLongToDouble(values.nextValue())));
        }
      };
    }
  }
}
