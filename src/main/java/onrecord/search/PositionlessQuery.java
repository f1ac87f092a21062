package onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query that matches the same documents as another one, but reports no positions of its matches.
 * Lucene's join from an article to its quotations needs it: to report positions, it would pass on
 * the id of the wrong document and report that there is no match, which would also hide the
 * positions of all other clauses of a conjunction.
 */
final class PositionlessQuery extends WrappedQuery {

  PositionlessQuery(Query query) {
    super(query);
  }

  @Override
  Query around(Query other) {
    return new PositionlessQuery(other);
  }

  @Override
  Weight weight(Weight other) {
    return new FilterWeight(this, other) {
      @Override
      public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
        Scorer scorer = scorer(leaf);
        DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        return found.advance(doc) == doc ? MatchesUtils.MATCH_WITH_NO_TERMS : null;
      }
    };
  }
}
