package onrecord.benchmark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.ConcurrentSortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;

/** The ways in which Lucene counts the values of facets on doc values. */
enum StockCounting {

  /** By {@link SortedSetDocValuesFacetCounts}. */
  COUNTS {
    @Override
    Facets counts(HandSearcher searcher, FacetsCollector found) throws IOException {
      return new SortedSetDocValuesFacetCounts(searcher.state(), found);
    }
  },

  /** By {@link ConcurrentSortedSetDocValuesFacetCounts}, a thread for each processor. */
  CONCURRENT {
    @Override
    Facets counts(HandSearcher searcher, FacetsCollector found) throws IOException {
      try {
        return new ConcurrentSortedSetDocValuesFacetCounts(searcher.state(), found, THREADS);
      } catch (InterruptedException e) {
        InterruptedIOException interrupted = new InterruptedIOException();
        interrupted.initCause(e);
        throw interrupted;
      }
    }
  },

  /** By the collectors of facets in the sandbox. */
  SANDBOX {
    @Override
    Found search(HandSearcher searcher, Query query, List<String> facets) throws IOException {
      return SandboxCounting.search(searcher, query, facets);
    }

    @Override
    Facets counts(HandSearcher searcher, FacetsCollector found) {
      throw new IllegalStateException("counts as it searches");
    }
  };

  /** All ways. */
  static final List<StockCounting> ALL = List.of(values());

  // Its threads do not keep the program running.
  private static final ExecutorService THREADS =
      Executors.newFixedThreadPool(Settings.THREADS, Thread.ofPlatform().daemon().factory());

  /**
   * What is found.
   *
   * @param page the first hits
   * @param total the number of all hits
   */
  record Found(TopDocs page, long total) {}

  /** {@return the counts of all values} */
  abstract Facets counts(HandSearcher searcher, FacetsCollector found) throws IOException;

  /** Finds a page, and the most frequent values of facets. */
  Found search(HandSearcher searcher, Query query, List<String> facets) throws IOException {
    FacetsCollectorManager.FacetsResult found =
        FacetsCollectorManager.search(
            searcher.searcher(), query, HandSearcher.PAGE, new FacetsCollectorManager());
    long total = 0;
    for (MatchingDocs segment : found.facetsCollector().getMatchingDocs()) {
      total += segment.totalHits();
    }
    Facets counts = counts(searcher, found.facetsCollector());
    for (String facet : facets) {
      if (counts.getTopChildren(HandSearcher.PAGE, facet) == null && total > 0) {
        throw new IllegalStateException(facet);
      }
    }
    return new Found(found.topDocs(), total);
  }
}
