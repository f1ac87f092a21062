package onrecord.search;

import java.io.IOException;
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
 * All quotations that a query finds on a snapshot. Not thread-safe.
 *
 * @param scope the search that the query belongs to
 * @param query the query
 * @param found the documents that it matches
 */
record Matches(SearchScope scope, Query query, FacetsCollector found) {

  /** Visits the documents of one segment. */
  @FunctionalInterface
  interface Visitor {
    void visit(MatchingDocs segment, DocIdSetIterator docs) throws IOException;
  }

  /** {@return the quotations that a query finds on the snapshot of a search} */
  static Matches of(SearchScope scope, Query query) throws IOException {
    Snapshot snapshot = scope.snapshot();
    FacetsCollector found = snapshot.searcher().search(query, new FacetsCollectorManager());
    // A searcher that times out throws no exception.
    if (snapshot.searcher().timedOut()) {
      throw scope.time().exceeded();
    }
    return new Matches(scope, query, found);
  }

  Snapshot snapshot() {
    return scope.snapshot();
  }

  TimeLimit time() {
    return scope.time();
  }

  /** {@return those of these quotations that another query finds} */
  Matches within(Query other) throws IOException {
    return of(
        scope,
        new BooleanQuery.Builder().add(query, Occur.FILTER).add(other, Occur.FILTER).build());
  }

  /** {@return a counter of the facets of these quotations} */
  FacetCounter counter() {
    return new FacetCounter(snapshot(), found);
  }

  /** {@return the number of quotations} */
  long size() {
    return found.getMatchingDocs().stream().mapToLong(MatchingDocs::totalHits).sum();
  }

  void forEachSegment(Visitor visitor) throws IOException {
    for (MatchingDocs segment : found.getMatchingDocs()) {
      if (segment.totalHits() > 0) {
        visitor.visit(segment, segment.bits().iterator());
      }
    }
  }

  /** {@return the documents found, by ids that count over all segments} */
  FixedBitSet documents() throws IOException {
    FixedBitSet documents = new FixedBitSet(Math.max(1, snapshot().reader().maxDoc()));
    forEachSegment((segment, docs) -> {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        documents.set(segment.context().docBase + doc);
      }
    });
    return documents;
  }
}
