package onrecord.search;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import onrecord.model.Article;
import onrecord.schema.ArticleDocument;
import onrecord.schema.Snapshot;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Reads articles one by one, in the order of the index. Not thread-safe. */
final class ArticleIterator extends AbstractIterator<Article> {

  private final Snapshot snapshot;
  private final FixedBitSet documents;
  private int next;

  /** Creates an iterator over articles with document ids that count over all segments. */
  ArticleIterator(Snapshot snapshot, FixedBitSet documents) {
    this.snapshot = snapshot;
    this.documents = documents;
  }

  @Override
  protected @Nullable Article computeNext() {
    int doc =
        next < documents.length() ? documents.nextSetBit(next) : DocIdSetIterator.NO_MORE_DOCS;
    if (doc == DocIdSetIterator.NO_MORE_DOCS) {
      return endOfData();
    }
    next = doc + 1;
    try {
      return ArticleDocument.read(snapshot.searcher().storedFields().document(doc));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
