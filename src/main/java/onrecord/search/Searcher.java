package onrecord.search;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import onrecord.model.Arrival;
import onrecord.model.Article;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;
import onrecord.query.ArchiveInfo;
import onrecord.query.Explanation;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.schema.DateNumber;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotDocuments;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/**
 * Runs searches on snapshots of an archive. Those without a time limit that find much are run by
 * several threads, which end when the searcher is closed. Thread-safe.
 */
public final class Searcher implements Closeable {

  private final LongSupplier nanos;
  private final SearchThreads threads;

  /**
   * Creates a searcher.
   *
   * @param nanos returns the time, in nanoseconds since any fixed moment
   * @param processors the number of processors that a search may use, 1 or more
   */
  public Searcher(LongSupplier nanos, int processors) {
    this.nanos = nanos;
    this.threads = new SearchThreads(processors);
  }

  /** Lets the threads of this searcher end. Searches that are still run use their own threads. */
  @Override
  public void close() {
    threads.close();
  }

  /**
   * {@return the id of the snapshot that a cursor belongs to}
   *
   * @throws InvalidSearchException if the cursor is malformed
   */
  public String snapshotOf(String cursor) {
    return Cursor.parse(cursor).snapshot();
  }

  /**
   * {@return a page of the hits of a search, with its facets}
   *
   * @throws InvalidSearchException if the cursor belongs to another search, a regular expression is
   *     invalid, or there is no word where one is required
   * @throws SearchLimitException if the search exceeds a limit
   * @throws IOException if the index cannot be read
   */
  public SearchResult search(Snapshot snapshot, Search search) throws IOException {
    TimeLimit time = new TimeLimit(search.limits(), nanos);
    try {
      return SearchScope.run(snapshot, search, time, scope -> run(scope).result());
    } catch (SearchLimitException e) {
      if (search.partial() && e.limit() == SearchLimitException.Limit.TIME) {
        return SearchRun.nothing(search);
      }
      throw e;
    }
  }

  private SearchRun run(SearchScope scope) throws IOException {
    return new SearchRun(scope, threads, SegmentSearch.LARGE);
  }

  /**
   * Returns all hits of a search, regardless of its page size. The snapshot must stay open until
   * the last hit is read; if the index cannot be read, the iterator throws {@link
   * java.io.UncheckedIOException}.
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the index cannot be read
   */
  public Iterator<Hit> hits(Snapshot snapshot, Search search) throws IOException {
    return SearchScope.run(snapshot, search, TimeLimit.NONE, scope -> run(scope).hits());
  }

  /**
   * {@return how the score of a quotation was computed; empty if a search does not find one with
   * the id}
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the index cannot be read
   */
  public Optional<Explanation> explain(Snapshot snapshot, Search search, String id)
      throws IOException {
    return SearchScope.run(
        snapshot,
        search,
        new TimeLimit(search.limits(), nanos),
        scope -> {
          Query scored = scope.query().scored();
          Query one =
              new BooleanQuery.Builder()
                  .add(scored, Occur.MUST)
                  .add(new TermQuery(new Term(IndexField.ID.field(), id)), Occur.FILTER)
                  .build();
          IndexSearcher searcher = snapshot.searcher();
          ScoreDoc[] found = searcher.search(one, 1).scoreDocs;
          return found.length == 0
              ? Optional.empty()
              : Optional.of(explanation(searcher.explain(scored, found[0].doc)));
        });
  }

  private static Explanation explanation(org.apache.lucene.search.Explanation score) {
    return new Explanation(
        score.getValue().doubleValue(),
        score.getDescription(),
        Stream.of(score.getDetails()).map(Searcher::explanation).toList());
  }

  /**
   * Returns all values of a facet with their counts among the quotations that a search finds, in
   * the order of the values. The snapshot must stay open until the last value is read.
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the index cannot be read
   */
  public Iterator<FacetCount> values(Snapshot snapshot, Search search, Facet facet)
      throws IOException {
    return SearchScope.run(
        snapshot, search, TimeLimit.NONE, scope -> scope.matchesExcept(facet).counter().all(facet));
  }

  /**
   * Returns the articles with a quotation that a search finds. The snapshot must stay open until
   * the last article is read.
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the index cannot be read
   */
  public Iterator<Article> articles(Snapshot snapshot, Search search) throws IOException {
    return SearchScope.run(
        snapshot,
        search,
        TimeLimit.NONE,
        scope -> new ArticleIterator(snapshot, scope.matches().counter().articleDocs()));
  }

  /**
   * {@return what an archive holds}
   *
   * @throws IOException if the index cannot be read
   */
  public ArchiveInfo info(Snapshot snapshot) throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    Query quotations = new TermQuery(new Term(IndexField.TYPE.field(), Schema.QUOTATION));
    Query indirect =
        new TermQuery(new Term(IndexField.KIND.field(), QuotationKind.INDIRECT.name()));
    return new ArchiveInfo(
        searcher.count(new TermQuery(new Term(IndexField.TYPE.field(), Schema.ARTICLE))),
        searcher.count(quotations),
        searcher.count(indirect),
        speakers(snapshot),
        publishedFirst(searcher, false),
        publishedFirst(searcher, true),
        snapshot.stamp().format(),
        snapshot.stamp().extractor(),
        snapshot.ownFields().types());
  }

  /**
   * {@return the article with an id, if there is one}
   *
   * @throws IOException if the index cannot be read
   */
  public Optional<Article> article(Snapshot snapshot, String id) throws IOException {
    OptionalInt doc = documentOf(snapshot, id);
    return doc.isEmpty()
        ? Optional.empty()
        : Optional.of(new SnapshotDocuments(snapshot).article(doc.getAsInt()));
  }

  /**
   * {@return when the article with an id came in; empty if there is none, or it is not known}
   *
   * @throws IOException if the index cannot be read
   */
  public Optional<Arrival> arrival(Snapshot snapshot, String id) throws IOException {
    OptionalInt doc = documentOf(snapshot, id);
    return doc.isEmpty()
        ? Optional.empty()
        : new SnapshotDocuments(snapshot).arrival(doc.getAsInt());
  }

  private static OptionalInt documentOf(Snapshot snapshot, String id) throws IOException {
    Query article =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(IndexField.TYPE.field(), Schema.ARTICLE)), Occur.FILTER)
            .add(new TermQuery(new Term(IndexField.ARTICLE_ID.field(), id)), Occur.FILTER)
            .build();
    ScoreDoc[] found = snapshot.searcher().search(article, 1).scoreDocs;
    return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0].doc);
  }

  private static long speakers(Snapshot snapshot) throws IOException {
    Query known =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(IndexField.TYPE.field(), Schema.QUOTATION)), Occur.FILTER)
            .add(
                new TermQuery(
                    new Term(IndexField.SPEAKER_TYPE.field(), SpeakerType.UNKNOWN.name())),
                Occur.MUST_NOT)
            .build();
    FacetsCollector found = snapshot.searcher().search(known, new FacetsCollectorManager());
    Tally tally = new FacetCounter(snapshot, found).tally(FacetValues.of(snapshot, Facet.SPEAKER));
    return tally.ordinals().count();
  }

  private static Optional<LocalDate> publishedFirst(IndexSearcher searcher, boolean last)
      throws IOException {
    SortField byDate = new SortField(IndexField.DATE_NUMBER.field(), SortField.Type.INT, last);
    ScoreDoc[] first =
        searcher.search(
                IntPoint.newRangeQuery(
                    IndexField.DATE_NUMBER.field(), DateNumber.UNKNOWN + 1, Integer.MAX_VALUE),
                1,
                new Sort(byDate))
            .scoreDocs;
    return Stream.of(first)
        .map(doc -> (Integer) ((FieldDoc) doc).fields[0])
        .map(number -> DateNumber.toDate(number).first())
        .findFirst();
  }
}
