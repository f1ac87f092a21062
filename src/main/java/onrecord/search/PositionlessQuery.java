package onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query that matches the same documents as another one, but reports no positions of its matches.
 * Lucene's join from an article to its quotations needs it: to report positions, it would pass on
 * the id of the wrong document and report that there is no match, which would also hide the
 * positions of all other clauses of a conjunction.
 */
final class PositionlessQuery extends Query {

  private final Query query;

  PositionlessQuery(Query query) {
    this.query = query;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten.equals(query) ? this : new PositionlessQuery(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new FilterWeight(this, query.createWeight(searcher, mode, boost)) {
      @Override
      public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
        Scorer scorer = scorer(leaf);
        DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        return found.advance(doc) == doc ? MatchesUtils.MATCH_WITH_NO_TERMS : null;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return query.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PositionlessQuery same && query.equals(same.query);
  }

  @Override
  public int hashCode() {
    return classHash() + 31 * query.hashCode();
  }
}
