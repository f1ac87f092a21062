package onrecord.search;

import java.io.IOException;
import onrecord.query.Facet;
import onrecord.schema.DateNumber;
import onrecord.schema.IndexField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** The dates of the documents of a segment, as numbers. Not thread-safe. */
final class DateValues {

  private final NumericDocValues values;

  private DateValues(NumericDocValues values) {
    this.values = values;
  }

  /** {@return whether all quotations of an article have the same date} */
  static boolean areOfArticles(Facet facet) {
    return IndexField.of((Facet.Standard) facet).isOfArticles();
  }

  /** {@return the dates of a facet whose values are dates} */
  static DateValues of(LeafReaderContext leaf, Facet facet) throws IOException {
    String field = IndexField.of((Facet.Standard) facet).countedIn().field();
    return new DateValues(DocValues.getNumeric(leaf.reader(), field));
  }

  /**
   * {@return the date of a document as {@link DateNumber}} Documents must be visited in ascending
   * order.
   */
  int of(int doc) throws IOException {
    return values.advanceExact(doc) ? (int) values.longValue() : DateNumber.UNKNOWN;
  }
}
