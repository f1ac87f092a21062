package onrecord.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** A query that differs from another one in its weight alone. Immutable. */
abstract class WrappedQuery extends Query {

  private final Query query;

  WrappedQuery(Query query) {
    this.query = query;
  }

  /** {@return a query of the same class around another query} */
  abstract Query around(Query other);

  /** {@return the weight of this query, by that of the other one} */
  abstract Weight weight(Weight other);

  @Override
  public final Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten.equals(query) ? this : around(rewritten);
  }

  @Override
  public final Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return weight(query.createWeight(searcher, mode, boost));
  }

  @Override
  public final void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public final String toString(String field) {
    return query.toString(field);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return sameClassAs(other)
        && other instanceof WrappedQuery wrapped
        && query.equals(wrapped.query);
  }

  @Override
  public final int hashCode() {
    return classHash() + 31 * query.hashCode();
  }
}
