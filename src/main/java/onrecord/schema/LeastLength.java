package onrecord.schema;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * The score of BM25, in which a short text counts as one of a least number of words: a single word
 * is a perfect match of a query for it, but seldom what is looked for.
 */
final class LeastLength extends Similarity {

  private final Similarity lengths = new BM25Similarity();
  private final long least;

  /**
   * Creates the similarity.
   *
   * @param words the least number of words
   */
  LeastLength(int words) {
    this.least = Byte.toUnsignedLong(SmallFloat.intToByte4(words));
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
    SimScorer scorer = lengths.scorer(boost, all, terms);
    return new SimScorer() {
      @Override
      public float score(float frequency, long norm) {
        return scorer.score(frequency, atLeast(norm));
      }

      @Override
      public Explanation explain(Explanation frequency, long norm) {
        return scorer.explain(frequency, atLeast(norm));
      }
    };
  }

  /** {@return a norm, whose order is that of unsigned numbers, or that of the least length} */
  private long atLeast(long norm) {
    return Long.compareUnsigned(norm, least) < 0 ? least : norm;
  }
}
