package onrecord.search;

import java.io.IOException;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** The score of the document that is collected, and the least one required. Not thread-safe. */
final class RequiredScore extends Scorable {

  /** Greater frequencies are not told apart when it is computed which one is required. */
  private static final int MAX_FREQUENCY = 64;

  /** The norm of a document that is no longer than any other. */
  static final long SHORTEST = 1;

  private final SimScorer similarity;
  private float score;
  private float least;
  private int leastFrequency = 1;

  /** Creates an instance for scores of a similarity; none is required yet. */
  RequiredScore(SimScorer similarity) {
    this.similarity = similarity;
  }

  @Override
  public float score() {
    return score;
  }

  @Override
  public void setMinCompetitiveScore(float minScore) {
    if (minScore > least) {
      least = minScore;
      while (leastFrequency < MAX_FREQUENCY
          && similarity.score(leastFrequency, SHORTEST) < minScore) {
        leastFrequency++;
      }
    }
  }

  /** {@return the least frequency with which a document of any length may have that score} */
  int leastFrequency() {
    return leastFrequency;
  }

  /** {@return the least score of a document that the collector needs} */
  float least() {
    return least;
  }

  /** Collects a document with a score, if that is not too low. */
  void collect(LeafCollector collector, int doc, float ofDocument) throws IOException {
    if (ofDocument >= least) {
      score = ofDocument;
      collector.collect(doc);
    }
  }
}
