package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.query.Facet;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** One search on one snapshot. Not thread-safe. */
final class SearchRun {

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final Query asked;
  private final Search search;

  /** Prepares a search; {@code asked} is its query in Lucene's terms. */
  SearchRun(Snapshot snapshot, Query asked, Search search) {
    this.snapshot = snapshot;
    this.searcher = snapshot.searcher();
    this.asked = asked;
    this.search = search;
  }

  SearchResult result() throws IOException {
    Query filtered = filtered(search.filters());
    Object[] found =
        searcher.search(
            filtered, new MultiCollectorManager(topHits(), new FacetsCollectorManager()));
    TopFieldDocs top = (TopFieldDocs) found[0];
    return new SearchResult(
        top.totalHits.value(),
        hits(top.scoreDocs, filtered),
        facets((FacetsCollector) found[1]),
        Optional.empty());
  }

  private TopFieldCollectorManager topHits() {
    // The collector cannot collect none, nor should it make room for more than there are.
    int size = Math.max(1, Math.min(search.pageSize(), snapshot.reader().maxDoc()));
    return new TopFieldCollectorManager(sort(search.sort()), size, Integer.MAX_VALUE);
  }

  private static Sort sort(SortOrder order) {
    SortField first =
        switch (order) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case NEWEST ->
              new SortField(Schema.DATE_ORDER, SortField.Type.LONG, true, Long.MIN_VALUE);
          case OLDEST ->
              new SortField(Schema.DATE_ORDER, SortField.Type.LONG, false, Long.MAX_VALUE);
        };
    return new Sort(
        first,
        new SortField(Schema.ARTICLE_ID, SortField.Type.STRING),
        new SortField(Schema.POSITION, SortField.Type.LONG));
  }

  private List<Hit> hits(ScoreDoc[] top, Query filtered) throws IOException {
    ScoreDoc[] page = Arrays.copyOf(top, Math.min(top.length, search.pageSize()));
    TopFieldCollector.populateScores(page, searcher, filtered);
    HitReader reader =
        new HitReader(searcher, search.highlight() ? Optional.of(asked) : Optional.empty());
    List<Hit> hits = new ArrayList<>(page.length);
    for (ScoreDoc doc : page) {
      hits.add(reader.read(doc));
    }
    return hits;
  }

  private List<FacetCounts> facets(FacetsCollector found) throws IOException {
    Map<Facet, FacetCounter> counters = new EnumMap<>(Facet.class);
    List<FacetCounts> facets = new ArrayList<>();
    for (FacetRequest request : search.facets()) {
      Facet facet = request.facet();
      FacetCounter counter = counters.get(facet);
      if (counter == null) {
        counter =
            new FacetCounter(
                snapshot, search.filters().containsKey(facet) ? foundBeside(facet) : found);
        counters.put(facet, counter);
      }
      facets.add(counter.count(request));
    }
    return facets;
  }

  /** {@return what is found when the filter on one facet is left out} */
  private FacetsCollector foundBeside(Facet facet) throws IOException {
    Map<Facet, Set<String>> others = new EnumMap<>(search.filters());
    others.remove(facet);
    return searcher.search(filtered(others), new FacetsCollectorManager());
  }

  private Query filtered(Map<Facet, Set<String>> filters) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(asked, Occur.MUST);
    QueryTranslator.filters(filters, search.indirect())
        .forEach(filter -> query.add(filter, Occur.FILTER));
    return query.build();
  }
}
