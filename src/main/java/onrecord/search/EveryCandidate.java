package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopFieldCollector;
import org.jspecify.annotations.Nullable;

/** Passes on every hit. Not thread-safe. */
class EveryCandidate implements Candidates {

  private final TopFieldCollector first;
  private @Nullable LeafCollector next;

  EveryCandidate(TopFieldCollector first) {
    this.first = first;
  }

  /** {@return the collector of the first hits in the segment} */
  final LeafCollector next() {
    return requireNonNull(next);
  }

  @Override
  public void begin(LeafReaderContext leaf) throws IOException {
    next = first.getLeafCollector(leaf);
  }

  @Override
  public void setScorer(Scorable scorer) throws IOException {
    next().setScorer(scorer);
  }

  @Override
  public void beginArticle(int doc) throws IOException {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void collect(int doc) throws IOException {
    next().collect(doc);
  }

  @Override
  public void finish() throws IOException {
    next().finish();
  }

  @Override
  public final boolean needScores() {
    return first.scoreMode().needsScores();
  }

  @Override
  public final Optional<TopFieldCollector> collector() {
    return Optional.of(first);
  }
}
