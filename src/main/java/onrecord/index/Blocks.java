package onrecord.index;

import java.io.IOException;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The blocks of a segment: each is the documents up to and with that of an article. */
final class Blocks {

  private Blocks() {}

  /** What is done with a block. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits the documents of a block.
     *
     * @param first the first of them
     * @param last the last of them
     * @throws IOException if they cannot be read
     */
    void visit(int first, int last) throws IOException;
  }

  /** Visits each block, deleted or not; documents behind the last article make up one more. */
  static void each(LeafReader segment, Visitor visitor) throws IOException {
    FixedBitSet articles = articles(segment);
    int first = 0;
    while (first < segment.maxDoc()) {
      int last = articles.nextSetBit(first);
      last = last == DocIdSetIterator.NO_MORE_DOCS ? segment.maxDoc() - 1 : last;
      visitor.visit(first, last);
      first = last + 1;
    }
  }

  private static FixedBitSet articles(LeafReader segment) throws IOException {
    // One more bit than documents, so that the search for the next may begin behind the last.
    FixedBitSet articles = new FixedBitSet(segment.maxDoc() + 1);
    PostingsEnum docs =
        segment.postings(new Term(IndexField.TYPE.field(), Schema.ARTICLE), PostingsEnum.NONE);
    if (docs != null) {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        articles.set(doc);
      }
    }
    return articles;
  }
}
