package onrecord.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import onrecord.index.ContentHash.Part;
import onrecord.schema.Schema;
import onrecord.schema.SegmentDocuments;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.IndexableFieldType;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Version;

/**
 * Hashes what an index should hold of a document, as a writer with the default similarity indexes
 * it. Not thread-safe.
 */
final class ExpectedContents {

  private final ContentHash hash;
  private final Analyzer analyzer = Schema.analyzer();
  private final Similarity similarity = new BM25Similarity();

  ExpectedContents(ContentHash hash) {
    this.hash = hash;
  }

  /** {@return the sum of the hashes of all that is indexed of a document} */
  long of(Document document) throws IOException {
    // Names and doc values of sets are indexed once, however often the document holds them.
    Set<Long> once = new HashSet<>();
    Map<String, Inversion> inversions = new HashMap<>();
    long sum = 0;
    for (IndexableField field : document.getFields()) {
      IndexableFieldType type = field.fieldType();
      if (type.indexOptions() == IndexOptions.DOCS) {
        long part = hash.of(Part.TERM, field.name());
        sum += added(once, hash.of(part, requireNonNull(field.binaryValue())));
      } else if (type.indexOptions() != IndexOptions.NONE) {
        sum +=
            inversions.computeIfAbsent(field.name(), name -> new Inversion(name, type)).add(field);
      }
      if (type.pointDimensionCount() > 0) {
        sum += hash.of(hash.of(Part.POINT, field.name()), requireNonNull(field.binaryValue()));
      }
      sum +=
          type.docValuesType() == DocValuesType.SORTED_SET
              ? added(once, docValue(field))
              : docValue(field);
    }
    for (Inversion inversion : inversions.values()) {
      sum += inversion.norm();
    }
    return sum;
  }

  private static long added(Set<Long> once, long hash) {
    return once.add(hash) ? hash : 0;
  }

  private long docValue(IndexableField field) {
    return switch (field.fieldType().docValuesType()) {
      case NONE -> 0;
      case NUMERIC, SORTED_NUMERIC ->
          ContentHash.of(
              hash.of(Part.NUMBER, field.name()), requireNonNull(field.numericValue()).longValue());
      case BINARY, SORTED, SORTED_SET ->
          hash.of(
              hash.of(Part.BYTES, field.name()),
              SegmentDocuments.comparable(field.name(), requireNonNull(field.binaryValue())));
    };
  }

  /** The terms of a field with positions, as they are collected from its values. */
  private final class Inversion {

    private final String name;
    private final IndexableFieldType type;
    private final long part;
    private int position = -1;
    private int offset;
    private int length;
    private int overlaps;

    Inversion(String name, IndexableFieldType type) {
      this.name = name;
      this.type = type;
      this.part = hash.of(Part.TERM, name);
    }

    /** {@return the sum of the hashes of the terms of one more value} */
    long add(IndexableField field) throws IOException {
      boolean hasOffsets =
          type.indexOptions() == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS;
      long sum = 0;
      try (TokenStream tokens = requireNonNull(field.tokenStream(analyzer, null))) {
        TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
        PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
        OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
        tokens.reset();
        while (tokens.incrementToken()) {
          position += step.getPositionIncrement();
          overlaps += step.getPositionIncrement() == 0 ? 1 : 0;
          length++;
          sum +=
              ContentHash.of(
                  hash.of(part, term.getBytesRef()),
                  position,
                  hasOffsets ? offset + offsets.startOffset() : -1,
                  hasOffsets ? offset + offsets.endOffset() : -1);
        }
        tokens.end();
        position += step.getPositionIncrement() + analyzer.getPositionIncrementGap(name);
        offset += offsets.endOffset() + analyzer.getOffsetGap(name);
      }
      return sum;
    }

    long norm() {
      if (type.omitNorms()) {
        return 0;
      }
      FieldInvertState state =
          new FieldInvertState(
              Version.LATEST.major,
              name,
              type.indexOptions(),
              position,
              length,
              overlaps,
              offset,
              0,
              0);
      return ContentHash.of(
          hash.of(Part.NORM, name), length == 0 ? 0 : similarity.computeNorm(state));
    }
  }
}
