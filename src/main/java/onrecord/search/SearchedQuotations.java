package onrecord.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/** All quotations of a snapshot, except those with a term. Not thread-safe. */
final class SearchedQuotations implements LeastIds.Hits {

  private final Snapshot snapshot;
  private final Optional<Term> leftOut;
  private final Map<LeafReaderContext, Segment> segments = new HashMap<>();

  /**
   * Creates a decision.
   *
   * @param leftOut the term of the quotations that are no hits, if there are any
   */
  SearchedQuotations(Snapshot snapshot, Optional<Term> leftOut) {
    this.snapshot = snapshot;
    this.leftOut = leftOut;
  }

  @Override
  public boolean has(LeafReaderContext leaf, int doc) throws IOException {
    @Nullable Segment segment = segments.get(leaf);
    if (segment == null) {
      segment = new Segment(leaf, snapshot.articles(leaf), leftOut);
      segments.put(leaf, segment);
    }
    return segment.has(doc);
  }

  /** A segment. Not thread-safe. */
  private static final class Segment {
    private final LeafReaderContext leaf;
    private final BitSet articles;
    private final Optional<Term> leftOut;
    // Those that are left out from the document asked for last on; null if there are none.
    private @Nullable PostingsEnum others;

    Segment(LeafReaderContext leaf, BitSet articles, Optional<Term> leftOut) throws IOException {
      this.leaf = leaf;
      this.articles = articles;
      this.leftOut = leftOut;
      this.others = others();
    }

    private @Nullable PostingsEnum others() throws IOException {
      return leftOut.isEmpty() ? null : leaf.reader().postings(leftOut.get(), PostingsEnum.NONE);
    }

    boolean has(int doc) throws IOException {
      if (articles.get(doc)) {
        return false;
      }
      if (others != null && others.docID() > doc) {
        // Documents are asked for in any order, but read forwards only.
        others = others();
      }
      @Nullable PostingsEnum from = others;
      return from == null || (from.docID() < doc ? from.advance(doc) : from.docID()) != doc;
    }
  }
}
