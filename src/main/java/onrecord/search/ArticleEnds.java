package onrecord.search;

import java.io.IOException;
import java.util.List;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;

/** Finds the articles of quotations, by documents of the whole index. Not thread-safe. */
final class ArticleEnds {

  private final Snapshot snapshot;
  private final List<LeafReaderContext> leaves;
  // The segment of the quotation that was looked up last.
  private int start;
  private int end;
  private BitSet articles = new FixedBitSet(1);

  ArticleEnds(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.leaves = snapshot.reader().leaves();
  }

  /** {@return the document of the article that contains a quotation} */
  int of(int doc) throws IOException {
    if (doc < start || doc >= end) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
      start = leaf.docBase;
      end = start + leaf.reader().maxDoc();
      articles = snapshot.articles(leaf);
    }
    return start + articles.nextSetBit(doc - start);
  }
}
