package onrecord.search;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onrecord.query.Facet;
import onrecord.query.Metric;
import onrecord.schema.IndexField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** What is counted of the quotations of one row of a table. Not thread-safe. */
final class TableMeasures {

  private final Set<Integer> wordings = new HashSet<>(0);
  private final Set<Integer> speakers = new HashSet<>(0);
  private BigDecimal confidence = BigDecimal.ZERO;
  private long quotations;
  private long articles;
  private long words;
  private int article = -1;

  /**
   * A quotation. What is not counted is 0 or empty.
   *
   * @param article the document of its article in the whole index
   * @param words the number of its words
   * @param wording a number that only quotations with the same words have
   * @param speaker the number of its speaker; empty if unknown
   * @param confidence its confidence
   */
  record Quotation(
      int article,
      int words,
      OptionalInt wording,
      OptionalInt speaker,
      Optional<BigDecimal> confidence) {}

  /** Counts a quotation; those of an article must be counted consecutively. */
  void add(Quotation quotation) {
    quotations++;
    words += quotation.words();
    if (quotation.article() != article) {
      article = quotation.article();
      articles++;
    }
    quotation.wording().ifPresent(wordings::add);
    quotation.speaker().ifPresent(speakers::add);
    // Decimals, so that the mean does not depend on the order of the quotations.
    quotation.confidence().ifPresent(value -> confidence = confidence.add(value));
  }

  long quotations() {
    return quotations;
  }

  /** {@return the values of metrics; without quotations, there is no mean of their confidence} */
  Map<Metric, Double> of(Set<Metric> metrics) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    for (Metric metric : metrics) {
      if (quotations > 0 || metric != Metric.CONFIDENCE) {
        values.put(metric, value(metric));
      }
    }
    return values;
  }

  private double value(Metric metric) {
    return switch (metric) {
      case QUOTATIONS -> quotations;
      case ARTICLES -> articles;
      case WORDINGS -> wordings.size();
      case WORDS -> words;
      case SPEAKERS -> speakers.size();
      case CONFIDENCE ->
          confidence.divide(BigDecimal.valueOf(quotations), MathContext.DECIMAL128).doubleValue();
    };
  }

  /** Reads the quotations of one segment. */
  @FunctionalInterface
  interface Reader {
    Quotation read(int doc) throws IOException;
  }

  /** Reads what metrics count. Not thread-safe. */
  static final class Source {
    private final Matches matches;
    private final Set<Metric> metrics;
    private final @Nullable WordLengths lengths;
    private final @Nullable FacetValues speakers;
    private final Map<BytesRef, Integer> wordings = new HashMap<>();
    private int unknown = -1;

    private Source(
        Matches matches,
        Set<Metric> metrics,
        @Nullable WordLengths lengths,
        @Nullable FacetValues speakers) {
      this.matches = matches;
      this.metrics = metrics;
      this.lengths = lengths;
      this.speakers = speakers;
    }

    static Source of(Matches matches, Set<Metric> metrics) throws IOException {
      if (metrics.contains(Metric.WORDINGS)) {
        matches.snapshot().stamp().requireField(IndexField.SAME_WORDS.field());
      }
      Source source =
          new Source(
              matches,
              metrics,
              metrics.contains(Metric.WORDS)
                  ? WordLengths.of(matches.snapshot(), matches.time())
                  : null,
              metrics.contains(Metric.SPEAKERS)
                  ? FacetValues.of(matches.snapshot(), Facet.SPEAKER)
                  : null);
      source.findUnknown();
      return source;
    }

    private void findUnknown() throws IOException {
      for (int i = 0; speakers != null && i < speakers.size(); i++) {
        if (speakers.name(i).equals(Facet.UNKNOWN)) {
          unknown = i;
        }
      }
    }

    Reader reader(LeafReaderContext leaf) throws IOException {
      BinaryDocValues sameWords = DocValues.getBinary(leaf.reader(), IndexField.SAME_WORDS.field());
      SortedNumericDocValues confidences =
          DocValues.getSortedNumeric(leaf.reader(), IndexField.CONFIDENCE.field());
      FacetValues.@Nullable Segment speaker = speakers == null ? null : speakers.segment(leaf);
      BitSet ends = matches.snapshot().articles(leaf);
      return doc ->
          new Quotation(
              leaf.docBase + ends.nextSetBit(doc),
              lengths == null ? 0 : lengths.of(leaf.docBase + doc),
              metrics.contains(Metric.WORDINGS) ? wording(sameWords, doc) : OptionalInt.empty(),
              speaker == null ? OptionalInt.empty() : known(speaker, doc),
              metrics.contains(Metric.CONFIDENCE)
                  ? confidence(confidences, doc)
                  : Optional.empty());
    }

    private OptionalInt wording(BinaryDocValues sameWords, int doc) throws IOException {
      if (!sameWords.advanceExact(doc)) {
        return OptionalInt.empty();
      }
      @Nullable Integer known = wordings.get(sameWords.binaryValue());
      if (known == null) {
        known = wordings.size();
        wordings.put(BytesRef.deepCopyOf(sameWords.binaryValue()), known);
      }
      return OptionalInt.of(known);
    }

    private OptionalInt known(FacetValues.Segment speaker, int doc) throws IOException {
      int[] found = {-1};
      speaker.visit(doc, value -> found[0] = value);
      return found[0] < 0 || found[0] == unknown ? OptionalInt.empty() : OptionalInt.of(found[0]);
    }

    private static Optional<BigDecimal> confidence(SortedNumericDocValues values, int doc)
        throws IOException {
      if (!values.advanceExact(doc)) {
        return Optional.empty();
      }
      double confidence = NumericUtils.sortableLongToDouble(values.nextValue());
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new CorruptIndexException("a confidence is " + confidence, "doc values");
      }
      return Optional.of(BigDecimal.valueOf(confidence));
    }
  }
}
