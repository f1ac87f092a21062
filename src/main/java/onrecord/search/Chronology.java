package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The order of quotations in time: by the moment of publication, where those without a date come
 * last; among these, by the id of the article and the position in it. Not thread-safe.
 */
final class Chronology {

  private final List<LeafReaderContext> leaves;

  /** A quotation with the values that it is ordered by. */
  private record Entry(int doc, long date, BytesRef article, long position) {
    static final Comparator<Entry> ORDER =
        Comparator.comparingLong(Entry::date)
            .thenComparing(Entry::article)
            .thenComparingLong(Entry::position);
  }

  Chronology(Snapshot snapshot) {
    this.leaves = snapshot.reader().leaves();
  }

  /** {@return whether a document precedes another} */
  boolean isBefore(int doc, int other) throws IOException {
    long date = date(doc);
    long otherDate = date(other);
    return date == otherDate ? Entry.ORDER.compare(entry(doc), entry(other)) < 0 : date < otherDate;
  }

  /** {@return documents in order} */
  List<Integer> ordered(Collection<Integer> docs) throws IOException {
    List<Entry> entries = new ArrayList<>(docs.size());
    for (int doc : docs) {
      entries.add(entry(doc));
    }
    return entries.stream().sorted(Entry.ORDER).map(Entry::doc).toList();
  }

  /** {@return whether the article of a document has a date of publication} */
  boolean isDated(int doc) throws IOException {
    return date(doc) != Long.MAX_VALUE;
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
}
