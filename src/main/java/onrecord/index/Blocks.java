package onrecord.index;

import java.io.IOException;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Visits the blocks of a segment: the documents of an article's quotations, then the article's. */
final class Blocks {

  private Blocks() {}

  /** An operation on a block. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits a block.
     *
     * @param first its first document
     * @param last its last document
     * @throws IOException if they cannot be read
     */
    void visit(int first, int last) throws IOException;
  }

  /** Visits each block, deleted or not; documents after the last article are one more block. */
  static void forEach(LeafReader segment, Visitor visitor) throws IOException {
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
    // One bit more than documents, since nextSetBit may be called with the number after the last.
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
