package onrecord.schema;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onrecord.model.Arrival;
import onrecord.query.DateRange;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Query;

/**
 * The fields of an index that hold the {@link Arrival} of an article: in each document of its
 * block, as points, the number of the commit and the day, in Universal Time, on which it was added;
 * in its own document, as doc values, the number, both times in milliseconds since 1970, and a hash
 * of the content. Documents that were written before there were these fields lack them, and so do
 * those that an upgrade has made of such documents.
 */
public final class ArrivalFields {

  /** The number of the commit that contained this version of the article first. */
  static final String COMMIT = "commit";

  /** The day on which the article was added, as {@link DateNumber}. */
  static final String ADDED_DAY = "added_day";

  private static final String ADDED = "arrival_added";
  private static final String CHANGED = "arrival_changed";
  private static final String NUMBER = "arrival_commit";
  private static final String CONTENT = "arrival_content";

  /** The first format whose documents may have these fields. */
  static final int SINCE = 4;

  private ArrivalFields() {}

  /** {@return the names of the fields} */
  static List<String> names() {
    return List.of(COMMIT, ADDED_DAY, ADDED, CHANGED, NUMBER, CONTENT);
  }

  /** Adds what every document of an article has. */
  public static void add(Document document, Arrival arrival) {
    document.add(new IntPoint(COMMIT, arrival.commit()));
    arrival.added().ifPresent(time -> document.add(new IntPoint(ADDED_DAY, day(time))));
  }

  /** Adds what the article's own document has. */
  public static void addToArticle(Document document, ArrivalRecord arrived) {
    Arrival arrival = arrived.arrival();
    add(document, arrival);
    arrival
        .added()
        .ifPresent(time -> document.add(new NumericDocValuesField(ADDED, time.toEpochMilli())));
    document.add(new NumericDocValuesField(CHANGED, arrival.changed().toEpochMilli()));
    document.add(new NumericDocValuesField(NUMBER, arrival.commit()));
    document.add(new NumericDocValuesField(CONTENT, arrived.content()));
  }

  private static int day(Instant time) {
    return DateNumber.of(time.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /**
   * {@return when an article came in; empty if the index does not have it}
   *
   * @param doc the document of the article
   * @throws IOException if it cannot be read
   */
  public static Optional<ArrivalRecord> read(LeafReader segment, int doc) throws IOException {
    Optional<Long> changed = value(segment, CHANGED, doc);
    Optional<Long> number = value(segment, NUMBER, doc);
    Optional<Long> content = value(segment, CONTENT, doc);
    if (changed.isEmpty() || number.isEmpty() || content.isEmpty()) {
      return Optional.empty();
    }
    try {
      Arrival arrival =
          new Arrival(
              value(segment, ADDED, doc).map(Instant::ofEpochMilli),
              Instant.ofEpochMilli(changed.get()),
              Math.toIntExact(number.get()));
      return Optional.of(new ArrivalRecord(arrival, content.get()));
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new CorruptIndexException(
          "document " + doc + " has no number of a commit", segment.toString(), e);
    }
  }

  private static Optional<Long> value(LeafReader segment, String field, int doc)
      throws IOException {
    NumericDocValues values = DocValues.getNumeric(segment, field);
    return values.advanceExact(doc) ? Optional.of(values.longValue()) : Optional.empty();
  }

  /**
   * {@return a query for the documents of articles that were added in a period}
   *
   * @throws MissingFieldException if the format of the archive is older than these fields
   */
  public static Query added(Stamp stamp, DateRange range) {
    stamp.requireField(ADDED_DAY);
    return IntPoint.newRangeQuery(
        ADDED_DAY,
        range.from().map(DateNumber::of).orElse(DateNumber.UNKNOWN + 1),
        range.to().map(DateNumber::last).orElse(Integer.MAX_VALUE));
  }

  /**
   * {@return a query for the documents of articles that came in with some commits}
   *
   * @throws MissingFieldException if the format of the archive is older than these fields
   */
  public static Query commits(Stamp stamp, int from, int to) {
    stamp.requireField(COMMIT);
    return IntPoint.newRangeQuery(COMMIT, from, to);
  }
}
