package onrecord.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** A query that matches the hits of another one, which have been found. Immutable. */
final class HitsQuery extends Query {

  private final List<MatchingDocs> hits;

  HitsQuery(List<MatchingDocs> hits) {
    this.hits = List.copyOf(hits);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        for (MatchingDocs segment : hits) {
          if (segment.context().ord == leaf.ord) {
            return new DefaultScorerSupplier(
                new ConstantScoreScorer(score(), mode, segment.bits().iterator()));
          }
        }
        return null;
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "hits";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HitsQuery same && hits.equals(same.hits);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + hits.hashCode();
  }
}
