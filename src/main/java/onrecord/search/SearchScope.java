package onrecord.search;

import java.io.IOException;
import onrecord.query.Facet;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * A search on a snapshot, translated into Lucene queries, from which the documents that it finds
 * are obtained. Not thread-safe.
 */
final class SearchScope {

  private final Snapshot snapshot;
  private final Search search;
  private final TimeLimit time;
  private final QueryTranslator query;

  /** A computation on what a search finds. */
  @FunctionalInterface
  interface Computation<T> {
    T on(SearchScope scope) throws IOException;
  }

  private SearchScope(Snapshot snapshot, Search search, TimeLimit time) {
    this.snapshot = snapshot;
    this.search = search;
    this.time = time;
    this.query = QueryTranslator.of(snapshot, search, time);
  }

  /**
   * Returns the result of a computation on what a search finds.
   *
   * @param time the time limit of the computation
   * @throws SearchLimitException if the search exceeds a limit, including those that Lucene
   *     enforces
   */
  static <T> T run(Snapshot snapshot, Search search, TimeLimit time, Computation<T> computation)
      throws IOException {
    try {
      return computation.on(new SearchScope(snapshot, search, time));
    } catch (IndexSearcher.TooManyClauses e) {
      throw Limiter.tooManyClauses(search.limits(), e);
    } catch (ExitingReaderException e) {
      throw time.exceeded(e);
    }
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Search search() {
    return search;
  }

  TimeLimit time() {
    return time;
  }

  /** {@return the translation of the search} */
  QueryTranslator query() {
    return query;
  }

  /** {@return everything that the search finds} */
  Matches matches() throws IOException {
    return matches(query.filtered());
  }

  /** {@return what statistics of the search cover: if it is distinct, each wording once} */
  Matches selection() throws IOException {
    return eachWordingOnce(matches());
  }

  /**
   * {@return what the selection is compared with: what another query finds, without filters, among
   * the quotations of the kinds that this search includes; if it is distinct, each wording once}
   */
  Matches selectionOf(onrecord.query.Query other) throws IOException {
    return eachWordingOnce(matchesOf(other));
  }

  private Matches eachWordingOnce(Matches all) throws IOException {
    return search.distinct() ? all.within(SameWordings.of(snapshot, all.found()).firsts()) : all;
  }

  /**
   * {@return what another query finds in addition to this search, as {@link #selectionOf}; if the
   * search is distinct, without the wordings that it finds}
   */
  Matches others(onrecord.query.Query other) throws IOException {
    Matches all = matchesOf(other);
    return search.distinct()
        ? all.within(SameWordings.others(snapshot, all.found(), matches().found()).firsts())
        : all;
  }

  /** {@return everything that the search finds without its filter on a facet} */
  Matches matchesExcept(Facet facet) throws IOException {
    return matches(query.filteredExcept(facet));
  }

  /**
   * {@return what another query finds, without filters, among the quotations of the kinds that this
   * search includes}
   */
  private Matches matchesOf(onrecord.query.Query other) throws IOException {
    return new SearchScope(snapshot, instead(other), time).matches();
  }

  /** {@return the places where another query matches words of some quotations} */
  QueryPlaces places(Words words, onrecord.query.Query other, Matches quotations) {
    return new QueryPlaces(words, QueryTranslator.of(snapshot, instead(other), time), quotations);
  }

  /** {@return whether the search finds nothing} */
  boolean isEmpty() throws IOException {
    return isEmpty(query);
  }

  /** {@return whether another query finds nothing, without filters} */
  boolean isEmpty(onrecord.query.Query other) throws IOException {
    return isEmpty(QueryTranslator.of(snapshot, instead(other), time));
  }

  /** {@return a search for another query among the quotations of the same kinds} */
  private Search instead(onrecord.query.Query other) {
    return Search.builder(other).kinds(search.kinds()).limits(search.limits()).build();
  }

  private boolean isEmpty(QueryTranslator translated) throws IOException {
    return snapshot.searcher().search(translated.filtered(), 1).scoreDocs.length == 0;
  }

  /** {@return the quotations that a Lucene query finds} */
  Matches matches(Query found) throws IOException {
    return Matches.of(this, found);
  }
}
