package onrecord.index;

import java.io.IOException;
import java.util.Arrays;
import onrecord.index.ContentHash.Part;
import onrecord.schema.SegmentDocuments;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Hashes what a segment holds of each document, for ranges of documents, so that the memory is
 * bounded. Not thread-safe.
 */
final class SegmentContents {

  private static final int RANGE = 1 << 20;

  private final LeafReader segment;
  private final ContentHash hash;
  private final long[] sums;
  private int first;

  SegmentContents(LeafReader segment, ContentHash hash) {
    this.segment = segment;
    this.hash = hash;
    this.sums = new long[Math.min(RANGE, segment.maxDoc())];
    this.first = -sums.length;
  }

  /**
   * {@return the sum of the hashes of all that is indexed of a document}
   *
   * @param doc the document, which must not be one before a document that was asked for earlier
   */
  long of(int doc) throws IOException {
    while (doc >= first + sums.length) {
      first += sums.length;
      Arrays.fill(sums, 0);
      for (FieldInfo field : segment.getFieldInfos()) {
        addTerms(field);
        addNorms(field);
        addPoints(field);
        addDocValues(field);
      }
    }
    return sums[doc - first];
  }

  private boolean isInRange(int doc) {
    return doc >= first && doc - first < sums.length;
  }

  private void add(int doc, long entry) {
    sums[doc - first] += entry;
  }

  private void addTerms(FieldInfo field) throws IOException {
    Terms terms = segment.terms(field.name);
    if (terms == null) {
      return;
    }
    long part = hash.of(Part.TERM, field.name);
    TermsEnum each = terms.iterator();
    @Nullable PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      long termHash = hash.of(part, term);
      postings = each.postings(postings, PostingsEnum.OFFSETS);
      for (int doc = postings.advance(first); isInRange(doc); doc = postings.nextDoc()) {
        add(doc, terms.hasPositions() ? occurrences(postings, termHash) : termHash);
      }
    }
  }

  private static long occurrences(PostingsEnum postings, long term) throws IOException {
    long sum = 0;
    for (int i = postings.freq(); i > 0; i--) {
      int position = postings.nextPosition();
      sum += ContentHash.of(term, position, postings.startOffset(), postings.endOffset());
    }
    return sum;
  }

  private void addNorms(FieldInfo field) throws IOException {
    addNumbers(Part.NORM, field, segment.getNormValues(field.name));
  }

  private void addNumbers(Part part, FieldInfo field, @Nullable NumericDocValues values)
      throws IOException {
    if (values != null) {
      long hashOfPart = hash.of(part, field.name);
      forEach(values, doc -> add(doc, ContentHash.of(hashOfPart, values.longValue())));
    }
  }

  private void addPoints(FieldInfo field) throws IOException {
    PointValues points = segment.getPointValues(field.name);
    if (points == null) {
      return;
    }
    long part = hash.of(Part.POINT, field.name);
    points.intersect(
        new PointValues.IntersectVisitor() {
          @Override
          public void visit(int doc) {
            throw new IllegalStateException("each point is compared");
          }

          @Override
          public void visit(int doc, byte[] packed) {
            if (isInRange(doc)) {
              add(doc, hash.of(part, new BytesRef(packed)));
            }
          }

          @Override
          public PointValues.Relation compare(byte[] min, byte[] max) {
            return PointValues.Relation.CELL_CROSSES_QUERY;
          }
        });
  }

  private void addDocValues(FieldInfo field) throws IOException {
    String name = field.name;
    long numbers = hash.of(Part.NUMBER, name);
    long bytes = hash.of(Part.BYTES, name);
    switch (field.getDocValuesType()) {
      case NONE -> {}
      case NUMERIC -> addNumbers(Part.NUMBER, field, segment.getNumericDocValues(name));
      case BINARY -> {
        BinaryDocValues values = DocValues.getBinary(segment, name);
        forEach(
            values,
            doc ->
                add(doc, hash.of(bytes, SegmentDocuments.comparable(name, values.binaryValue()))));
      }
      case SORTED -> {
        SortedDocValues values = DocValues.getSorted(segment, name);
        forEach(values, doc -> add(doc, hash.of(bytes, values.lookupOrd(values.ordValue()))));
      }
      case SORTED_NUMERIC -> {
        SortedNumericDocValues values = DocValues.getSortedNumeric(segment, name);
        forEach(
            values,
            doc -> {
              for (int i = values.docValueCount(); i > 0; i--) {
                add(doc, ContentHash.of(numbers, values.nextValue()));
              }
            });
      }
      case SORTED_SET -> {
        SortedSetDocValues values = DocValues.getSortedSet(segment, name);
        forEach(
            values,
            doc -> {
              for (int i = values.docValueCount(); i > 0; i--) {
                add(doc, hash.of(bytes, values.lookupOrd(values.nextOrd())));
              }
            });
      }
    }
  }

  /** Reads the values of a document. */
  @FunctionalInterface
  private interface Visitor {
    void visit(int doc) throws IOException;
  }

  private void forEach(DocIdSetIterator values, Visitor visitor) throws IOException {
    for (int doc = values.advance(first); isInRange(doc); doc = values.nextDoc()) {
      visitor.visit(doc);
    }
  }
}
