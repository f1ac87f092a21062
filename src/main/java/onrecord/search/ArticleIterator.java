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

/** Reads articles one after the other, in the order of the index. Not thread-safe. */
final class ArticleIterator extends AbstractIterator<Article> {

  private final Snapshot snapshot;
  private final FixedBitSet numbers;
  private int next;

  /** Reads the articles with these numbers over all segments. */
  ArticleIterator(Snapshot snapshot, FixedBitSet numbers) {
    this.snapshot = snapshot;
    this.numbers = numbers;
  }

  @Override
  protected @Nullable Article computeNext() {
    int number = next < numbers.length() ? numbers.nextSetBit(next) : DocIdSetIterator.NO_MORE_DOCS;
    if (number == DocIdSetIterator.NO_MORE_DOCS) {
      return endOfData();
    }
    next = number + 1;
    try {
      return ArticleDocument.read(snapshot.searcher().storedFields().document(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
