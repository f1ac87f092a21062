package onrecord.search;

import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopFieldCollector;

/** What a search has whose hits are counted alone. Immutable. */
final class NoCandidates implements Candidates {

  @Override
  public void begin(LeafReaderContext leaf) {}

  @Override
  public void setScorer(Scorable scorer) {}

  @Override
  public void beginArticle(int doc) {}

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public void collect(int doc) {
    throw new IllegalStateException("no hit is requested");
  }

  @Override
  public void finish() {}

  @Override
  public boolean needScores() {
    return false;
  }

  @Override
  public Optional<TopFieldCollector> collector() {
    return Optional.empty();
  }
}
