package onrecord.search;

import onrecord.schema.SentenceReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;

/**
 * A query that matches as another one does, but whose matches are counted one by one: a {@link
 * SentenceReader} only estimates how many documents have a term. Immutable.
 */
final class UncountedQuery extends WrappedQuery {

  private UncountedQuery(Query query) {
    super(query);
  }

  /** {@return a query that matches as another one does, with the same scores} */
  static Query of(Query query) {
    return query instanceof ConstantScoreQuery same
        ? new ConstantScoreQuery(new UncountedQuery(same.getQuery()))
        : new UncountedQuery(query);
  }

  @Override
  Query around(Query other) {
    return new UncountedQuery(other);
  }

  @Override
  Weight weight(Weight other) {
    return new FilterWeight(this, other) {
      @Override
      public int count(LeafReaderContext leaf) {
        return -1;
      }
    };
  }
}
