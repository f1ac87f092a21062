package onrecord.search;

import java.io.IOException;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;

/** The score of the document that is collected, and the least one required. Not thread-safe. */
final class RequiredScore extends Scorable {

  private float score;
  private float least;

  @Override
  public float score() {
    return score;
  }

  @Override
  public void setMinCompetitiveScore(float minScore) {
    least = Math.max(least, minScore);
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
