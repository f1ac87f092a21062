package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.query.Facet;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.schema.Snapshot;
import onrecord.search.HitCounter.Kept;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;

/** A single execution of a search on a snapshot. Not thread-safe. */
final class SearchRun {

  private final Snapshot snapshot;
  private final Search search;
  private final TimeLimit time;
  private final SearchThreads threads;
  private final long large;
  private final QueryTranslator query;
  private final HitOrder order;
  private final PageFinder pages;
  private boolean partial;

  /**
   * Creates an execution.
   *
   * @param large the number of hits from which on several threads are used, usually {@link
   *     SegmentSearch#LARGE}
   */
  SearchRun(SearchScope scope, SearchThreads threads, long large) {
    this.large = large;
    this.snapshot = scope.snapshot();
    this.search = scope.search();
    this.time = scope.time();
    this.threads = threads;
    this.query = scope.query();
    this.order = HitOrder.of(search.sort(), snapshot);
    this.pages =
        new PageFinder(
            new SegmentSearch(snapshot, threads, large), search, order, query, PageFinder.FREQUENT);
  }

  /**
   * The hits of a page, and all documents found. If the time limit is exceeded, Lucene may have
   * counted a hit that is in neither.
   */
  private record Page(TopFieldDocs top, FacetsCollector found) {}

  SearchResult result() throws IOException {
    Optional<Cursor> cursor = search.cursor().map(text -> Cursor.parse(text).of(search, order));
    if (!search.distinct() && !time.isLimited()) {
      return counted(cursor);
    }
    Snapshot first = time.within(snapshot);
    Query filtered = query.scored();
    Page page =
        search.distinct()
            ? new Page(
                FirstHits.NO_HITS, first.searcher().search(filtered, new FacetsCollectorManager()))
            : page(first, filtered, cursor);
    checkTime(first);
    // What was found in time is counted as well, within the same time limit once more.
    TimeLimit countTime = search.partial() ? time.restarted() : time;
    Snapshot second = search.partial() ? countTime.within(snapshot) : first;
    FacetsCollector found = readFrom(second, page.found());
    Optional<SameWordings> wordings = Optional.empty();
    if (search.distinct()) {
      wordings = Optional.of(SameWordings.of(second, found));
      filtered = firsts(filtered, wordings.get());
      page = page(second, filtered, cursor);
    }
    List<Hit> hits = hits(page.top().scoreDocs, filtered, wordings);
    FacetCounter counter = new FacetCounter(second, found, countTime);
    List<FacetCounts> facets = facets(counter, second, countTime);
    checkTime(second);
    long total = new FacetCounter(second, page.found()).quotations();
    long shown = cursor.map(Cursor::shown).orElse(0L) + hits.size();
    return new SearchResult(
        search.selection(),
        total,
        counter.quotations(),
        counter.articles(),
        hits,
        facets,
        shown < total && !partial ? next(shown, page.top()) : Optional.empty(),
        partial);
  }

  /** {@return the result of a search without a time limit, whose hits are visited once} */
  private SearchResult counted(Optional<Cursor> cursor) throws IOException {
    Query filtered = query.scored();
    Optional<EveryTally> every =
        query.isEveryQuotation()
            ? Optional.of(EveryTally.of(snapshot, query.leftOut()))
            : Optional.empty();
    boolean areKept = search.facets().stream().allMatch(each -> isKept(every, each));
    HitCounter.Counted found =
        pages.count(
            filtered,
            new PageFinder.Requested(
                search.pageSize(),
                cursor.map(Cursor::last).orElse(null),
                areKept ? Kept.NOTHING : Kept.DOCUMENTS));
    List<Hit> hits = hits(found.first().scoreDocs, filtered, Optional.empty());
    long shown = cursor.map(Cursor::shown).orElse(0L) + hits.size();
    return new SearchResult(
        search.selection(),
        found.quotations(),
        found.quotations(),
        found.articles(),
        hits,
        facets(new FacetCounter(snapshot, found, every), found.documents()),
        shown < found.quotations() ? next(shown, found.first()) : Optional.empty(),
        false);
  }

  /** {@return the counts of hits without a time limit; where there are many, by several threads} */
  private List<FacetCounts> facets(FacetCounter found, List<MatchingDocs> documents)
      throws IOException {
    long hits = documents.stream().mapToLong(MatchingDocs::totalHits).sum();
    boolean isFiltered =
        search.facets().stream().anyMatch(each -> search.filters().containsKey(each.facet()));
    return isFiltered || hits < large
        ? facets(found, snapshot, time)
        : found.count(search.facets(), threads);
  }

  private static boolean isKept(Optional<EveryTally> every, FacetRequest request) {
    return every.isPresent() && every.get().answers(request);
  }

  private Page page(Snapshot searched, Query all, Optional<Cursor> cursor) throws IOException {
    Object[] both =
        searched
            .searcher()
            .search(
                all,
                new MultiCollectorManager(
                    pages.collector(search.pageSize(), cursor.map(Cursor::last).orElse(null)),
                    new FacetsCollectorManager()));
    return new Page((TopFieldDocs) both[0], (FacetsCollector) both[1]);
  }

  /**
   * Checks whether a searcher has timed out: it throws no exception, but returns partial results.
   */
  private void checkTime(Snapshot searched) {
    if (searched.searcher().timedOut()) {
      endEarly(time.exceeded());
    }
  }

  private void endEarly(RuntimeException exceeded) {
    if (!search.partial()) {
      throw exceeded;
    }
    partial = true;
  }

  /** {@return the documents found, to be read through another reader of the same snapshot} */
  private static FacetsCollector readFrom(Snapshot snapshot, FacetsCollector found) {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    List<MatchingDocs> parts =
        found.getMatchingDocs().stream()
            .map(part ->
                new MatchingDocs(
                    leaves.get(part.context().ord), part.bits(), part.totalHits(), part.scores()))
            .toList();
    return new FacetsCollector() {
      @Override
      public List<MatchingDocs> getMatchingDocs() {
        return parts;
      }
    };
  }

  private static Query firsts(Query filtered, SameWordings wordings) {
    return new BooleanQuery.Builder()
        .add(filtered, Occur.MUST)
        .add(wordings.firsts(), Occur.FILTER)
        .build();
  }

  private Optional<String> next(long shown, TopFieldDocs top) {
    if (search.pageSize() == 0 || top.scoreDocs.length == 0) {
      return Optional.empty();
    }
    FieldDoc last = (FieldDoc) top.scoreDocs[top.scoreDocs.length - 1];
    return Optional.of(new Cursor(snapshot.id(), Cursor.hash(search), shown, last).text());
  }

  private List<Hit> hits(ScoreDoc[] top, Query filtered, Optional<SameWordings> wordings)
      throws IOException {
    ScoreDoc[] page = Arrays.copyOf(top, Math.min(top.length, search.pageSize()));
    pages.score(filtered, page);
    HitReader reader = HitReader.of(snapshot, search, query.unfiltered(), wordings);
    IdentityHashMap<ScoreDoc, Hit> read = new IdentityHashMap<>();
    // Values are read forwards; those of an article are read once for all its hits.
    for (ScoreDoc doc : inOrderOfDocuments(page)) {
      if (!search.partial()) {
        time.check();
      }
      read.put(doc, reader.read(doc));
    }
    return Stream.of(page).map(doc -> requireNonNull(read.get(doc))).toList();
  }

  private static ScoreDoc[] inOrderOfDocuments(ScoreDoc[] page) {
    ScoreDoc[] ordered = page.clone();
    Arrays.sort(ordered, Comparator.comparingInt(hit -> hit.doc));
    return ordered;
  }

  private List<FacetCounts> facets(FacetCounter found, Snapshot counted, TimeLimit countTime)
      throws IOException {
    Map<Facet, FacetCounter> counters = new HashMap<>();
    List<FacetCounts> facets = new ArrayList<>();
    for (FacetRequest request : search.facets()) {
      Facet facet = request.facet();
      try {
        FacetCounter counter = counters.get(facet);
        if (counter == null) {
          counter =
              search.filters().containsKey(facet)
                  ? new FacetCounter(counted, foundExcept(facet, counted), countTime)
                  : found;
          counters.put(facet, counter);
        }
        facets.add(counter.count(request));
      } catch (ExitingReaderException e) {
        endEarly(countTime.exceeded(e));
        facets.add(uncounted(request));
      } catch (SearchLimitException e) {
        endEarly(e);
        facets.add(uncounted(request));
      }
    }
    return facets;
  }

  private static FacetCounts uncounted(FacetRequest request) {
    return new FacetCounts(request, 0, 0, 0, List.of());
  }

  /** {@return the partial result of a search that exceeded its time limit before it began} */
  static SearchResult nothing(Search search) {
    List<FacetCounts> facets = search.facets().stream().map(SearchRun::uncounted).toList();
    return new SearchResult(search.selection(), 0, 0, 0, List.of(), facets, Optional.empty(), true);
  }

  /** {@return the documents found without the filter on a facet} */
  private FacetsCollector foundExcept(Facet facet, Snapshot counted) throws IOException {
    return counted.searcher().search(query.filteredExcept(facet), new FacetsCollectorManager());
  }

  /** {@return an iterator over all hits in their order} */
  HitIterator hits() throws IOException {
    Query filtered = query.scored();
    Optional<SameWordings> wordings = Optional.empty();
    if (search.distinct()) {
      wordings =
          Optional.of(
              SameWordings.of(
                  snapshot, snapshot.searcher().search(filtered, new FacetsCollectorManager())));
      filtered = firsts(filtered, wordings.get());
    }
    Query all = filtered;
    return new HitIterator(
        HitReader.of(snapshot, search, query.unfiltered(), wordings),
        (after, size) -> pages.find(all, size, after).scoreDocs);
  }
}
