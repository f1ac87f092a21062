package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.query.Facet;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** One search on one snapshot. Not thread-safe. */
final class SearchRun {

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final Search search;
  private final QueryTranslator query;

  /** Prepares a search. */
  SearchRun(Snapshot snapshot, Search search) {
    this.snapshot = snapshot;
    this.searcher = snapshot.searcher();
    this.search = search;
    this.query = QueryTranslator.of(snapshot, search);
  }

  SearchResult result() throws IOException {
    Query filtered = query.filtered();
    Object[] found =
        searcher.search(
            filtered, new MultiCollectorManager(topHits(), new FacetsCollectorManager()));
    TopFieldDocs top = (TopFieldDocs) found[0];
    FacetCounter counter = new FacetCounter(snapshot, (FacetsCollector) found[1]);
    return new SearchResult(
        top.totalHits.value(),
        counter.quotations(),
        counter.articles(),
        hits(top.scoreDocs, filtered),
        facets(counter),
        Optional.empty(),
        false);
  }

  private TopFieldCollectorManager topHits() {
    // The collector cannot collect none, nor should it make room for more than there are.
    int size = Math.max(1, Math.min(search.pageSize(), snapshot.reader().maxDoc()));
    return new TopFieldCollectorManager(HitOrder.of(search.sort()), size, Integer.MAX_VALUE);
  }

  private List<Hit> hits(ScoreDoc[] top, Query filtered) throws IOException {
    ScoreDoc[] page = Arrays.copyOf(top, Math.min(top.length, search.pageSize()));
    TopFieldCollector.populateScores(page, searcher, filtered);
    HitReader reader =
        new HitReader(searcher, search.highlight() ? Optional.of(query.asked()) : Optional.empty());
    List<Hit> hits = new ArrayList<>(page.length);
    for (ScoreDoc doc : page) {
      hits.add(reader.read(doc));
    }
    return hits;
  }

  private List<FacetCounts> facets(FacetCounter found) throws IOException {
    Map<Facet, FacetCounter> counters = new EnumMap<>(Facet.class);
    List<FacetCounts> facets = new ArrayList<>();
    for (FacetRequest request : search.facets()) {
      Facet facet = request.facet();
      FacetCounter counter = counters.get(facet);
      if (counter == null) {
        counter = search.filters().containsKey(facet) ? beside(facet) : found;
        counters.put(facet, counter);
      }
      facets.add(counter.count(request));
    }
    return facets;
  }

  /** {@return a counter of what is found when the filter on one facet is left out} */
  private FacetCounter beside(Facet facet) throws IOException {
    return new FacetCounter(
        snapshot, searcher.search(query.filteredBeside(facet), new FacetsCollectorManager()));
  }
}
