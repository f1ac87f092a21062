package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Quotations that were found, gathered by their words. Of those with the same words the one seen
 * first stands for all: the one published first, without a date last; of these the first by the
 * article's id and the place in it. Memory is taken for each different wording. Not thread-safe.
 */
final class Wordings {

  private final List<LeafReaderContext> leaves;
  private final FixedBitSet found;
  private final FixedBitSet firsts;

  /** A quotation with what tells whether it was seen before another. */
  private record Seen(int doc, long date, BytesRef article, long position) {
    static final Comparator<Seen> ORDER =
        Comparator.comparingLong(Seen::date)
            .thenComparing(Seen::article)
            .thenComparingLong(Seen::position);
  }

  private Wordings(List<LeafReaderContext> leaves, int size) {
    this.leaves = leaves;
    this.found = new FixedBitSet(Math.max(1, size));
    this.firsts = new FixedBitSet(Math.max(1, size));
  }

  /** {@return the wordings of quotations} */
  static Wordings of(Snapshot snapshot, FacetsCollector found) throws IOException {
    snapshot.stamp().requireField(IndexField.SAME_WORDS.field());
    Wordings wordings = new Wordings(snapshot.reader().leaves(), snapshot.reader().maxDoc());
    Map<BytesRef, Integer> firsts = new HashMap<>();
    for (MatchingDocs matching : found.getMatchingDocs()) {
      wordings.add(matching, firsts);
    }
    firsts.values().forEach(wordings.firsts::set);
    return wordings;
  }

  private void add(MatchingDocs matching, Map<BytesRef, Integer> firsts) throws IOException {
    if (matching.totalHits() == 0) {
      return;
    }
    LeafReaderContext leaf = matching.context();
    BinaryDocValues words = leaf.reader().getBinaryDocValues(IndexField.SAME_WORDS.field());
    DocIdSetIterator docs = matching.bits().iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      int number = leaf.docBase + doc;
      found.set(number);
      if (words != null && words.advanceExact(doc)) {
        Integer before = firsts.get(words.binaryValue());
        if (before == null) {
          firsts.put(BytesRef.deepCopyOf(words.binaryValue()), number);
        } else if (isBefore(number, before)) {
          firsts.put(BytesRef.deepCopyOf(words.binaryValue()), number);
        }
      }
    }
  }

  private boolean isBefore(int doc, int other) throws IOException {
    long date = date(doc);
    long otherDate = date(other);
    return date == otherDate ? Seen.ORDER.compare(seen(doc), seen(other)) < 0 : date < otherDate;
  }

  private LeafReaderContext leaf(int doc) {
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private long date(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    NumericDocValues dates = DocValues.getNumeric(leaf.reader(), IndexField.DATE_ORDER.field());
    return dates.advanceExact(doc - leaf.docBase) ? dates.longValue() : Long.MAX_VALUE;
  }

  private Seen seen(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    LeafReader reader = leaf.reader();
    SortedDocValues ids = DocValues.getSorted(reader, IndexField.ARTICLE_ID.field());
    NumericDocValues positions = DocValues.getNumeric(reader, IndexField.POSITION.field());
    BytesRef article =
        ids.advanceExact(doc - leaf.docBase)
            ? BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()))
            : new BytesRef();
    long position =
        positions.advanceExact(doc - leaf.docBase) ? positions.longValue() : Long.MAX_VALUE;
    return new Seen(doc, date(doc), article, position);
  }

  /** {@return what finds those that stand for others} */
  Query firsts() {
    return new DocumentsQuery(firsts);
  }

  /**
   * {@return the numbers of all that were found with the same words as one, the first seen first}
   */
  List<Integer> occurrences(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BinaryDocValues words = DocValues.getBinary(leaf.reader(), IndexField.SAME_WORDS.field());
    if (!words.advanceExact(doc - leaf.docBase)) {
      return List.of(doc);
    }
    Term same = new Term(IndexField.SAME_WORDS.field(), BytesRef.deepCopyOf(words.binaryValue()));
    List<Seen> all = new ArrayList<>();
    for (LeafReaderContext part : leaves) {
      @Nullable PostingsEnum docs = part.reader().postings(same, PostingsEnum.NONE);
      while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (found.get(part.docBase + docs.docID())) {
          all.add(seen(part.docBase + docs.docID()));
        }
      }
    }
    return all.stream().sorted(Seen.ORDER).map(Seen::doc).toList();
  }
}
