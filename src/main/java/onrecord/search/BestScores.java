package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the hits whose scores are not less than those of as many others as are requested. Each
 * score is computed once. Not thread-safe.
 */
final class BestScores extends EveryCandidate {

  // The scores of the best hits after the last one of the page before, as numbers that decrease.
  private final GreatestFirst best;
  private final float last;
  private final Known known = new Known();
  private @Nullable Scorable scorer;

  /** The score of the hit that is passed on. */
  private static final class Known extends Scorable {
    private float score;

    @Override
    public float score() {
      return score;
    }
  }

  /**
   * Creates an instance.
   *
   * @param size the number of hits that are requested
   * @param last the score of the hit that they come after, or infinity
   */
  BestScores(TopFieldCollector first, int size, float last) {
    super(first);
    this.best = new GreatestFirst(size);
    this.last = last;
  }

  @Override
  public void setScorer(Scorable computing) throws IOException {
    scorer = computing;
    super.setScorer(known);
  }

  @Override
  public void collect(int doc) throws IOException {
    float score = requireNonNull(scorer).score();
    int number = ~NumericUtils.floatToSortableInt(score);
    if (score <= last && best.admits(number)) {
      known.score = score;
      next().collect(doc);
      // A hit with the score of the last one may come before it.
      if (score < last) {
        best.add(number);
      }
    }
  }
}
