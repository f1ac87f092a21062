package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The quotations found, grouped by their words. The earliest quotation represents its group: the
 * one published first, where those without a date come last; among these, the first by the id of
 * the article and the position in it. Memory is needed for each group. Not thread-safe.
 */
final class Wordings {

  private final List<LeafReaderContext> leaves;
  private final Set<BytesRef> excluded;
  private final FixedBitSet found;
  private final FixedBitSet firsts;

  /** A quotation with the values that it is ordered by. */
  private record Entry(int doc, long date, BytesRef article, long position) {
    static final Comparator<Entry> ORDER =
        Comparator.comparingLong(Entry::date)
            .thenComparing(Entry::article)
            .thenComparingLong(Entry::position);
  }

  private Wordings(Snapshot snapshot, Set<BytesRef> excluded) {
    snapshot.stamp().requireField(IndexField.SAME_WORDS.field());
    int size = Math.max(1, snapshot.reader().maxDoc());
    this.leaves = snapshot.reader().leaves();
    this.excluded = excluded;
    this.found = new FixedBitSet(size);
    this.firsts = new FixedBitSet(size);
  }

  /** {@return the quotations found, grouped by their words} */
  static Wordings of(Snapshot snapshot, FacetsCollector found) throws IOException {
    return of(snapshot, found, Set.of());
  }

  /** {@return the quotations found whose words no other quotation has, grouped by their words} */
  static Wordings others(Snapshot snapshot, FacetsCollector found, FacetsCollector others)
      throws IOException {
    Map<BytesRef, Integer> excluded = new HashMap<>();
    Wordings wordings = new Wordings(snapshot, Set.of());
    for (MatchingDocs matching : others.getMatchingDocs()) {
      wordings.add(matching, excluded);
    }
    return of(snapshot, found, excluded.keySet());
  }

  private static Wordings of(Snapshot snapshot, FacetsCollector found, Set<BytesRef> excluded)
      throws IOException {
    Wordings wordings = new Wordings(snapshot, excluded);
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
      int globalDoc = leaf.docBase + doc;
      found.set(globalDoc);
      if (words != null && words.advanceExact(doc) && !excluded.contains(words.binaryValue())) {
        Integer before = firsts.get(words.binaryValue());
        if (before == null) {
          firsts.put(BytesRef.deepCopyOf(words.binaryValue()), globalDoc);
        } else if (isBefore(globalDoc, before)) {
          firsts.put(BytesRef.deepCopyOf(words.binaryValue()), globalDoc);
        }
      }
    }
  }

  private boolean isBefore(int doc, int other) throws IOException {
    long date = date(doc);
    long otherDate = date(other);
    return date == otherDate ? Entry.ORDER.compare(entry(doc), entry(other)) < 0 : date < otherDate;
  }

  private LeafReaderContext leaf(int doc) {
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private long date(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    NumericDocValues dates = DocValues.getNumeric(leaf.reader(), IndexField.DATE_ORDER.field());
    return dates.advanceExact(doc - leaf.docBase) ? dates.longValue() : Long.MAX_VALUE;
  }

  private Entry entry(int doc) throws IOException {
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
    return new Entry(doc, date(doc), article, position);
  }

  /** {@return a query for the quotations that represent their groups} */
  Query firsts() {
    return new DocumentsQuery(firsts);
  }

  /** {@return the documents of all quotations in the group of one, the earliest first} */
  List<Integer> occurrences(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BinaryDocValues words = DocValues.getBinary(leaf.reader(), IndexField.SAME_WORDS.field());
    if (!words.advanceExact(doc - leaf.docBase)) {
      return List.of(doc);
    }
    Term same = new Term(IndexField.SAME_WORDS.field(), BytesRef.deepCopyOf(words.binaryValue()));
    List<Entry> all = new ArrayList<>();
    for (LeafReaderContext part : leaves) {
      @Nullable PostingsEnum docs = part.reader().postings(same, PostingsEnum.NONE);
      while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (found.get(part.docBase + docs.docID())) {
          all.add(entry(part.docBase + docs.docID()));
        }
      }
    }
    return all.stream().sorted(Entry.ORDER).map(Entry::doc).toList();
  }
}
