package onrecord.search;

import java.io.IOException;
import java.util.List;
import onrecord.query.Search;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * The quotations that a search finds on a snapshot, all of them. Not thread-safe.
 *
 * @param snapshot the snapshot
 * @param search the search
 * @param time the time it may take
 * @param asked the query of the search in Lucene's terms, without the filters
 * @param query the query with the filters
 * @param found what was found
 */
record Selection(
    Snapshot snapshot,
    Search search,
    TimeLimit time,
    Query asked,
    Query query,
    FacetsCollector found) {

  /** Work on the documents of one segment. */
  @FunctionalInterface
  interface Visitor {
    void visit(MatchingDocs part, DocIdSetIterator docs) throws IOException;
  }

  /** Finds what a search asks for, whatever its facets, its order and the size of its page. */
  static Selection of(Snapshot snapshot, Search search, TimeLimit time) throws IOException {
    QueryTranslator translated = QueryTranslator.of(snapshot, search);
    Query query = translated.filtered();
    return new Selection(
        snapshot, search, time, translated.asked(), query, collect(snapshot, query, time));
  }

  /** A searcher whose time is over says nothing, and has found a part. */
  private static FacetsCollector collect(Snapshot snapshot, Query query, TimeLimit time)
      throws IOException {
    FacetsCollector found = snapshot.searcher().search(query, new FacetsCollectorManager());
    if (snapshot.searcher().timedOut()) {
      throw time.isOver();
    }
    return found;
  }

  /**
   * {@return what another query finds, unfiltered, among the quotations that the search looks at}
   */
  Selection beside(onrecord.query.Query other) throws IOException {
    Search instead =
        Search.builder(other).indirect(search.indirect()).limits(search.limits()).build();
    return of(snapshot, instead, time);
  }

  /** {@return those of the quotations that another query finds too} */
  FacetsCollector within(Query other) throws IOException {
    Query both =
        new BooleanQuery.Builder().add(query, Occur.FILTER).add(other, Occur.FILTER).build();
    return collect(snapshot, both, time);
  }

  /** {@return how many quotations} */
  long size() {
    return found.getMatchingDocs().stream().mapToLong(MatchingDocs::totalHits).sum();
  }

  void forEachPart(Visitor visitor) throws IOException {
    List<MatchingDocs> parts = found.getMatchingDocs();
    for (MatchingDocs part : parts) {
      if (part.totalHits() > 0) {
        visitor.visit(part, part.bits().iterator());
      }
    }
  }

  /** {@return the documents found, by their numbers over all segments} */
  FixedBitSet documents() throws IOException {
    FixedBitSet documents = new FixedBitSet(Math.max(1, snapshot.reader().maxDoc()));
    forEachPart((part, docs) -> {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        documents.set(part.context().docBase + doc);
      }
    });
    return documents;
  }
}
