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
import onrecord.query.SortOrder;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** One search on one snapshot. Not thread-safe. */
final class SearchRun {

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final Search search;
  private final QueryTranslator query;

  /** Prepares a search; the searcher is over the snapshot. */
  SearchRun(Snapshot snapshot, IndexSearcher searcher, Search search) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.search = search;
    this.query = QueryTranslator.of(snapshot, search);
    if (search.sort() == SortOrder.SPEAKER) {
      snapshot.stamp().requireField(Schema.SPEAKER_ORDER);
    }
  }

  SearchResult result() throws IOException {
    Optional<Cursor> cursor = search.cursor().map(text -> Cursor.parse(text).of(search));
    Query filtered = query.filtered();
    FacetsCollector found;
    TopFieldDocs top;
    Optional<Wordings> wordings;
    if (search.distinct()) {
      found = searcher.search(filtered, new FacetsCollectorManager());
      wordings = Optional.of(Wordings.of(snapshot, found));
      filtered = firsts(filtered, wordings.get());
      top = searcher.search(filtered, page(cursor));
    } else {
      Object[] both =
          searcher.search(
              filtered, new MultiCollectorManager(page(cursor), new FacetsCollectorManager()));
      top = (TopFieldDocs) both[0];
      found = (FacetsCollector) both[1];
      wordings = Optional.empty();
    }
    FacetCounter counter = new FacetCounter(snapshot, found);
    List<Hit> hits = hits(top.scoreDocs, filtered, wordings);
    return new SearchResult(
        top.totalHits.value(),
        counter.quotations(),
        counter.articles(),
        hits,
        facets(counter),
        next(cursor.map(Cursor::shown).orElse(0L) + hits.size(), top),
        searcher.timedOut());
  }

  private static Query firsts(Query filtered, Wordings wordings) {
    return new BooleanQuery.Builder()
        .add(filtered, Occur.MUST)
        .add(wordings.firsts(), Occur.FILTER)
        .build();
  }

  private TopFieldCollectorManager page(Optional<Cursor> cursor) {
    return page(search.pageSize(), cursor.map(Cursor::last).orElse(null));
  }

  private TopFieldCollectorManager page(int size, @Nullable FieldDoc after) {
    // The collector cannot collect none, nor should it make room for more than there are.
    int room = Math.max(1, Math.min(size, snapshot.reader().maxDoc()));
    return new TopFieldCollectorManager(HitOrder.of(search.sort()), room, after, Integer.MAX_VALUE);
  }

  private Optional<String> next(long shown, TopFieldDocs top) {
    if (search.pageSize() == 0
        || top.scoreDocs.length == 0
        || shown >= top.totalHits.value()
        || searcher.timedOut()) {
      return Optional.empty();
    }
    FieldDoc last = (FieldDoc) top.scoreDocs[top.scoreDocs.length - 1];
    return Optional.of(new Cursor(snapshot.id(), Cursor.hash(search), shown, last).text());
  }

  private List<Hit> hits(ScoreDoc[] top, Query filtered, Optional<Wordings> wordings)
      throws IOException {
    ScoreDoc[] page = Arrays.copyOf(top, Math.min(top.length, search.pageSize()));
    TopFieldCollector.populateScores(page, snapshot.searcher(), filtered);
    HitReader reader = HitReader.of(snapshot, search, query.asked(), wordings);
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

  /** {@return what reads all hits in their order, a part at a time} */
  HitIterator hits() throws IOException {
    Query filtered = query.filtered();
    Optional<Wordings> wordings = Optional.empty();
    if (search.distinct()) {
      wordings =
          Optional.of(
              Wordings.of(snapshot, searcher.search(filtered, new FacetsCollectorManager())));
      filtered = firsts(filtered, wordings.get());
    }
    Query all = filtered;
    return new HitIterator(
        HitReader.of(snapshot, search, query.asked(), wordings),
        (after, size) -> {
          TopFieldDocs part = searcher.search(all, page(size, after));
          TopFieldCollector.populateScores(part.scoreDocs, searcher, all);
          return part.scoreDocs;
        });
  }
}
