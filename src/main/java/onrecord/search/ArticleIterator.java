package onrecord.search;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import onrecord.model.Article;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotDocuments;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Reads articles one by one, in the order of the index. Not thread-safe. */
final class ArticleIterator extends AbstractIterator<Article> {

  private final FixedBitSet found;
  private final SnapshotDocuments documents;
  private int next;

  /** Creates an iterator over articles with document ids that count over all segments. */
  ArticleIterator(Snapshot snapshot, FixedBitSet found) {
    this.found = found;
    this.documents = new SnapshotDocuments(snapshot);
  }

  @Override
  protected @Nullable Article computeNext() {
    int doc = next < found.length() ? found.nextSetBit(next) : DocIdSetIterator.NO_MORE_DOCS;
    if (doc == DocIdSetIterator.NO_MORE_DOCS) {
      return endOfData();
    }
    next = doc + 1;
    try {
      return documents.article(doc);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
