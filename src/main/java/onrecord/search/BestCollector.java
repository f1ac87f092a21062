package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best hits alone: documents whose scores are less than those of all best hits found
 * so far need not be visited. Not thread-safe.
 */
final class BestCollector extends SimpleCollector {

  private final BestHits hits;
  // The least score that a hit must have by what all threads have found.
  private final LongAccumulator found;
  private @Nullable Scorable scorer;
  private float required;

  private BestCollector(BestHits hits, LongAccumulator found) {
    this.hits = hits;
    this.found = found;
  }

  /** The requested hits. Thread-safe. */
  static final class Best implements CollectorManager<BestCollector, TopFieldDocs> {
    private final int size;
    private final @Nullable FieldDoc after;
    // Scores are not negative, and then in the order of their bits.
    private final LongAccumulator found = new LongAccumulator(Math::max, 0);

    /**
     * Creates a request.
     *
     * @param size the number of hits, at least 1
     * @param after the hit that they come after, with its score, id and position, or null
     */
    Best(int size, @Nullable FieldDoc after) {
      this.size = size;
      this.after = after;
    }

    @Override
    public BestCollector newCollector() {
      return new BestCollector(new BestHits(size, after), found);
    }

    @Override
    public TopFieldDocs reduce(Collection<BestCollector> parts) {
      List<Candidates> found = parts.stream().<Candidates>map(part -> part.hits).toList();
      return BestHits.first(found, size);
    }
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) {
    hits.begin(leaf);
  }

  @Override
  public void setScorer(Scorable scorable) throws IOException {
    hits.setScorer(scorable);
    scorer = scorable;
    // It may be the one before, whose required score must not become less.
    required = 0;
    found.accumulate(Float.floatToIntBits(hits.leastScore()));
    require(Float.intBitsToFloat(found.intValue()));
  }

  @Override
  public void collect(int doc) throws IOException {
    hits.beginArticle(doc);
    hits.collect(doc);
    requireScore();
  }

  /** Leaves out hits that are worse than all that are kept: one that is as good may come first. */
  private void requireScore() throws IOException {
    float least = hits.leastScore();
    if (least > required) {
      found.accumulate(Float.floatToIntBits(least));
      require(least);
    }
  }

  private void require(float least) throws IOException {
    if (least > required) {
      required = least;
      requireNonNull(scorer).setMinCompetitiveScore(least);
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }
}
