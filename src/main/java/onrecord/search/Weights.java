package onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import onrecord.query.Scoring;
import onrecord.schema.DateNumber;
import onrecord.schema.IndexField;
import onrecord.schema.Stamp;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/** Multiplies scores by the factors that a {@link Scoring} requests. */
final class Weights {

  /** The confidence that counts for a lower one, so that no score becomes 0. */
  private static final double LEAST_CONFIDENCE = 0.01;

  private Weights() {}

  /** {@return a query with the scores of another one, multiplied by factors} */
  static Query apply(Scoring scoring, Stamp stamp, Query query) {
    List<Factor> factors = new ArrayList<>();
    scoring.recency().ifPresent(recency -> factors.add(new OfDay(recency)));
    if (scoring.confidence() > 0) {
      factors.add(new OfConfidence(scoring.confidence()));
    }
    if (scoring.length() > 0) {
      String field = stamp.hasTerms() ? IndexField.QUOTE.terms() : IndexField.QUOTE.field();
      factors.add(new OfLength(field, scoring.length()));
    }
    Query weighed = query;
    for (Factor factor : factors) {
      weighed = FunctionScoreQuery.boostByValue(weighed, new Source(factor));
    }
    return weighed;
  }

  /** A factor that depends on one number of a quotation. Immutable. */
  private sealed interface Factor {
    /** {@return the numbers of the quotations of a segment, or null if it has none} */
    @Nullable NumericDocValues numbers(LeafReaderContext leaf) throws IOException;

    /** {@return the factor of a quotation with a number} */
    double of(long number);

    /** {@return the factor of a quotation without a number} */
    default double ofNone() {
      return 1;
    }
  }

  private record OfDay(Scoring.Recency recency) implements Factor {
    @Override
    public @Nullable NumericDocValues numbers(LeafReaderContext leaf) throws IOException {
      return leaf.reader().getNumericDocValues(IndexField.DATE_NUMBER.field());
    }

    @Override
    public double of(long number) {
      if (number == DateNumber.UNKNOWN) {
        return ofNone();
      }
      LocalDate day = DateNumber.toDate((int) number).first();
      double days = Math.abs(ChronoUnit.DAYS.between(day, recency.day()));
      return Math.max(ofNone(), Math.pow(2, -days / recency.halfLife()));
    }

    @Override
    public double ofNone() {
      return Math.pow(2, -Scoring.Recency.MAX_HALVINGS);
    }

    @Override
    public String toString() {
      return "factor of the day of publication, half of it "
          + recency.halfLife()
          + " days from "
          + recency.day();
    }
  }

  private record OfConfidence(double exponent) implements Factor {
    @Override
    public @Nullable NumericDocValues numbers(LeafReaderContext leaf) throws IOException {
      return DocValues.unwrapSingleton(
          DocValues.getSortedNumeric(leaf.reader(), IndexField.CONFIDENCE.field()));
    }

    @Override
    public double of(long number) {
      return Math.pow(
          Math.max(LEAST_CONFIDENCE, NumericUtils.sortableLongToDouble(number)), exponent);
    }

    @Override
    public String toString() {
      return "factor of the confidence, raised to the power of " + exponent;
    }
  }

  private record OfLength(String field, double exponent) implements Factor {
    @Override
    public @Nullable NumericDocValues numbers(LeafReaderContext leaf) throws IOException {
      return leaf.reader().getNormValues(field);
    }

    @Override
    public double of(long number) {
      int words = SmallFloat.byte4ToInt((byte) number);
      return Math.pow(Math.min(1, words / (double) Scoring.FULL_WORDS), exponent);
    }

    @Override
    public String toString() {
      return "factor of the length, raised to the power of " + exponent;
    }
  }

  /** The factors of quotations as Lucene reads them. Immutable. */
  private static final class Source extends DoubleValuesSource {
    private final Factor factor;

    Source(Factor factor) {
      this.factor = factor;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, @Nullable DoubleValues scores)
        throws IOException {
      @Nullable NumericDocValues numbers = factor.numbers(leaf);
      return new DoubleValues() {
        private double value;

        @Override
        public double doubleValue() {
          return value;
        }

        @Override
        public boolean advanceExact(int doc) throws IOException {
          value =
              numbers != null && numbers.advanceExact(doc)
                  ? factor.of(numbers.longValue())
                  : factor.ofNone();
          return true;
        }
      };
    }

    @Override
    public boolean needsScores() {
      return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
      return this;
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
        throws IOException {
      DoubleValues values = getValues(leaf, null);
      values.advanceExact(doc);
      return Explanation.match(values.doubleValue(), factor.toString());
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }

    @Override
    public int hashCode() {
      return factor.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Source source && factor.equals(source.factor);
    }

    @Override
    public String toString() {
      return factor.toString();
    }
  }
}
