package onrecord.search;

import java.io.IOException;
import onrecord.schema.SentenceReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query that matches as another one does, but whose matches are counted one by one: a {@link
 * SentenceReader} only estimates how many documents have a term. Immutable.
 */
final class UncountedQuery extends Query {

  private final Query query;

  UncountedQuery(Query query) {
    this.query = query;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten.equals(query) ? this : new UncountedQuery(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new FilterWeight(this, query.createWeight(searcher, mode, boost)) {
      @Override
      public int count(LeafReaderContext leaf) {
        return -1;
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
    return other instanceof UncountedQuery same && query.equals(same.query);
  }

  @Override
  public int hashCode() {
    return classHash() + 31 * query.hashCode();
  }
}
