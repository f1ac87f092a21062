package onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A query that matches given documents of a snapshot. */
final class DocumentsQuery extends Query {

  private final FixedBitSet documents;

  /** Creates a query for documents with ids that count over all segments. */
  DocumentsQuery(FixedBitSet documents) {
    this.documents = documents;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        DocIdSetIterator found = new Part(documents, leaf.docBase, leaf.reader().maxDoc());
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, found));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /** The documents of one segment. */
  private static final class Part extends DocIdSetIterator {
    private final FixedBitSet documents;
    private final int base;
    private final int size;
    private int doc = -1;

    Part(FixedBitSet documents, int base, int size) {
      this.documents = documents;
      this.base = base;
      this.size = size;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) {
      int next =
          target >= size || base + target >= documents.length()
              ? NO_MORE_DOCS
              : documents.nextSetBit(base + target);
      doc = next == NO_MORE_DOCS || next >= base + size ? NO_MORE_DOCS : next - base;
      return doc;
    }

    @Override
    public long cost() {
      return size;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "documents";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentsQuery same && documents.equals(same.documents);
  }

  @Override
  public int hashCode() {
    return classHash() + documents.hashCode();
  }
}
