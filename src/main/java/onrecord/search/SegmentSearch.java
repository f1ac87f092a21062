package onrecord.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Searches the segments of a snapshot, each in one thread: in several threads, if so much is found
 * that this is faster. Immutable.
 *
 * @param snapshot what is searched, without a time limit
 * @param threads the threads
 * @param large the number of documents found from which on several threads are used, usually {@link
 *     #LARGE}
 */
record SegmentSearch(Snapshot snapshot, SearchThreads threads, long large) {

  /** If fewer documents are found, it takes longer to start a thread. */
  static final long LARGE = 50_000;

  /** {@return what a collector collects of the hits of a query} */
  <C extends Collector, T> T search(Query query, CollectorManager<C, T> manager)
      throws IOException {
    if (!threads.areSeveral() || snapshot.reader().maxDoc() < large) {
      return snapshot.searcher().search(query, manager);
    }
    ScoreMode mode = manager.newCollector().scoreMode();
    Weight weight = weight(query, mode);
    return manager.reduce(
        each(weight, manager::newCollector, (own, leaf) -> search(weight, own, leaf)));
  }

  /** {@return the weight of a query} */
  Weight weight(Query query, ScoreMode mode) throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    Query rewritten = searcher.rewrite(mode.needsScores() ? query : new ConstantScoreQuery(query));
    return searcher.createWeight(rewritten, mode, 1);
  }

  /**
   * Does work on all segments, the largest first if there are several threads.
   *
   * @return what the threads have worked with
   */
  <C> List<C> each(
      Weight weight,
      SearchThreads.Creation<C> creation,
      SearchThreads.Work<? super C, LeafReaderContext> work)
      throws IOException {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    if (!threads.areSeveral() || !isLarge(weight)) {
      return SearchThreads.NONE.each(leaves, creation, work);
    }
    return threads.each(largestFirst(), creation, work);
  }

  private List<LeafReaderContext> largestFirst() {
    return snapshot.reader().leaves().stream()
        .sorted(Comparator.comparingInt((LeafReaderContext leaf) -> -leaf.reader().maxDoc()))
        .toList();
  }

  /** {@return whether much is found, by what is expected of the largest segment} */
  private boolean isLarge(Weight weight) throws IOException {
    long documents = snapshot.reader().maxDoc();
    if (documents < large) {
      return false;
    }
    LeafReaderContext largest = largest(snapshot.reader()).orElseThrow();
    @Nullable ScorerSupplier supplier = weight.scorerSupplier(largest);
    double part = largest.reader().maxDoc() / (double) documents;
    return supplier != null && supplier.cost() / part >= large;
  }

  /** {@return the segment with the most documents, if there is one} */
  static Optional<LeafReaderContext> largest(IndexReader reader) {
    return reader.leaves().stream().max(Comparator.comparingInt(leaf -> leaf.reader().maxDoc()));
  }

  private static void search(Weight weight, Collector collector, LeafReaderContext leaf)
      throws IOException {
    LeafCollector collects;
    try {
      collects = collector.getLeafCollector(leaf);
    } catch (CollectionTerminatedException e) {
      // The collector needs no hit of this segment.
      return;
    }
    @Nullable BulkScorer scorer = weight.bulkScorer(leaf);
    if (scorer != null) {
      try {
        scorer.score(collects, leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
      } catch (CollectionTerminatedException e) {
        // The collector needs no further hit of this segment.
      }
    }
    collects.finish();
  }
}
