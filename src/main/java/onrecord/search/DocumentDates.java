package onrecord.search;

import java.io.IOException;
import java.util.function.IntConsumer;
import onrecord.model.FieldType;
import onrecord.query.Facet;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.schema.DateNumber;
import onrecord.schema.OwnIndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;

/**
 * The dates of the documents of a segment, as numbers: one of each document, or all different days
 * of an own field. Not thread-safe.
 */
@FunctionalInterface
interface DocumentDates {

  /**
   * Passes on the dates of a document as {@link DateNumber}, the earliest first, or that of an
   * unknown date if there is none. Documents must be visited in ascending order.
   */
  void visit(int doc, IntConsumer consumer) throws IOException;

  /**
   * {@return the dates of a facet}
   *
   * @throws InvalidSearchException if it is a field of other values than days, or the archive does
   *     not have it
   */
  static DocumentDates of(Snapshot snapshot, LeafReaderContext leaf, Facet facet)
      throws IOException {
    if (facet instanceof OwnField field) {
      OwnIndexField own = snapshot.ownFields().require(field);
      return several(DocValues.getSortedNumeric(leaf.reader(), own.numbers()));
    }
    DateValues dates = DateValues.of(leaf, facet);
    return (doc, consumer) -> consumer.accept(dates.of(doc));
  }

  private static DocumentDates several(SortedNumericDocValues days) {
    return (doc, consumer) -> {
      if (!days.advanceExact(doc)) {
        consumer.accept(DateNumber.UNKNOWN);
        return;
      }
      long last = DateNumber.UNKNOWN;
      for (int i = days.docValueCount(); i > 0; i--) {
        long day = days.nextValue();
        if (day <= DateNumber.UNKNOWN || day >= Integer.MAX_VALUE) {
          throw new CorruptIndexException(day + " is not the number of a day", "doc values");
        }
        if (day != last) {
          consumer.accept((int) day);
        }
        last = day;
      }
    };
  }

  /**
   * Checks that the values of a facet are dates.
   *
   * @throws InvalidSearchException if it is a field of other values than days, or the archive does
   *     not have it
   */
  static void require(Snapshot snapshot, Facet facet) {
    if (facet instanceof OwnField field
        && snapshot.ownFields().require(field).type() != FieldType.DAY) {
      throw new InvalidSearchException(
          "a field of days was expected to be counted by period, but "
              + field.word()
              + " is a "
              + snapshot.ownFields().require(field).type().word());
    }
  }
}
