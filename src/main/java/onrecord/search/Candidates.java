package onrecord.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopFieldCollector;

/**
 * The hits that may be among the first ones of a search. They are passed on to a collector of
 * Lucene, which compares them by all criteria; those that come after enough others by the first
 * criterion are not. Not thread-safe.
 */
interface Candidates {

  /** Begins a segment. */
  void begin(LeafReaderContext leaf) throws IOException;

  /** Sets what computes the scores of the segment. */
  void setScorer(Scorable scorer) throws IOException;

  /** Begins an article, given the first of its quotations that is a hit. */
  void beginArticle(int doc) throws IOException;

  /** {@return whether a hit of this article may be among the first ones} */
  boolean isOpen();

  /** Adds a hit of an article that is {@linkplain #isOpen open}. */
  void collect(int doc) throws IOException;

  /** Finishes a segment. */
  void finish() throws IOException;

  /** {@return whether the order depends on scores} */
  boolean needScores();

  /** {@return the collector of the first hits, if any are requested} */
  Optional<TopFieldCollector> collector();
}
