package onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import onrecord.schema.IndexField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A hit that is ranked by its score, the id of its article and its position. Id and position are
 * read when they are first needed, since most hits differ in their scores. Not thread-safe.
 */
final class RankedHit implements Comparable<RankedHit> {

  private final LeafReaderContext segment;
  private final int doc;
  private final float score;
  private final SortedDocValues ids;
  private final int id;
  private @Nullable BytesRef idRead;
  private @Nullable Long positionRead;

  /**
   * Creates a hit.
   *
   * @param doc the number of its document in the segment
   * @param ids the ids of the articles of the segment, the same object for all hits of it
   * @param id the ordinal of the id of its article
   */
  RankedHit(LeafReaderContext segment, int doc, float score, SortedDocValues ids, int id) {
    this.segment = segment;
    this.doc = doc;
    this.score = score;
    this.ids = ids;
    this.id = id;
  }

  float score() {
    return score;
  }

  /**
   * {@return the greatest ordinal, among the ids of a segment, of an id that is not after that of
   * this hit}
   */
  int lastOrdinal(LeafReaderContext other, SortedDocValues others) throws IOException {
    return other.ord == segment.ord ? id : lastOrdinal(others, id());
  }

  /** {@return the greatest ordinal of an id that is not after another one; -1 if there is none} */
  static int lastOrdinal(SortedDocValues ids, BytesRef id) throws IOException {
    int place = ids.lookupTerm(id);
    return place >= 0 ? place : -place - 2;
  }

  /** {@return the number of its document in all segments} */
  private int document() {
    return segment.docBase + doc;
  }

  private BytesRef id() {
    @Nullable BytesRef known = idRead;
    if (known == null) {
      try {
        known = BytesRef.deepCopyOf(ids.lookupOrd(id));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      idRead = known;
    }
    return known;
  }

  /** {@return the position of a quotation in its article} */
  static long position(LeafReaderContext segment, int doc) throws IOException {
    @Nullable NumericDocValues positions =
        segment.reader().getNumericDocValues(IndexField.POSITION.field());
    return positions != null && positions.advanceExact(doc) ? positions.longValue() : 0;
  }

  private long position() {
    @Nullable Long known = positionRead;
    if (known == null) {
      try {
        known = position(segment, doc);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      positionRead = known;
    }
    return known;
  }

  /** Compares the ranks: the first hit of a search is the least. */
  @Override
  public int compareTo(RankedHit other) {
    int order = Float.compare(other.score, score);
    if (order == 0) {
      order =
          segment.ord == other.segment.ord
              ? Integer.compare(id, other.id)
              : id().compareTo(other.id());
    }
    if (order == 0) {
      order = Long.compare(position(), other.position());
    }
    return order == 0 ? Integer.compare(document(), other.document()) : order;
  }

  /** {@return whether it comes after another hit} */
  boolean isAfter(FieldDoc other) {
    int order = Float.compare((Float) other.fields[0], score);
    if (order == 0) {
      order = id().compareTo((BytesRef) other.fields[1]);
    }
    if (order == 0) {
      order = Long.compare(position(), (Long) other.fields[2]);
    }
    return order == 0 ? document() > other.doc : order > 0;
  }

  /** {@return the hit with its score alone} */
  FieldDoc withScore() {
    return new FieldDoc(document(), Float.NaN, new Object[] {score});
  }

  /** {@return the hit with the values that it is ranked by} */
  FieldDoc withValues() {
    return new FieldDoc(document(), Float.NaN, new Object[] {score, id(), position()});
  }
}
