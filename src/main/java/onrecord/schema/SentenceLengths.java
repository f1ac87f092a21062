package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of the sentences of quotations, as norms are: those that the index has, and those of
 * the other quotations by the words of their articles. Not thread-safe.
 */
final class SentenceLengths extends NumericDocValues {

  private final SentenceWords sentences;
  private final @Nullable NumericDocValues own;
  private final int size;
  private int doc = -1;
  private boolean isOwn;

  /**
   * Creates a view.
   *
   * @param own those that the index has, if it has any
   * @param size the number of documents of the segment
   */
  SentenceLengths(SentenceWords sentences, @Nullable NumericDocValues own, int size) {
    this.sentences = sentences;
    this.own = own;
    this.size = size;
  }

  @Override
  public boolean advanceExact(int target) throws IOException {
    doc = target;
    isOwn = own != null && own.advanceExact(target);
    return !sentences.isArticle(target);
  }

  @Override
  public long longValue() throws IOException {
    return isOwn && own != null ? own.longValue() : SmallFloat.intToByte4(sentences.length(doc));
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public int nextDoc() throws IOException {
    return advance(doc + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    for (int next = target; next < size; next++) {
      if (advanceExact(next)) {
        return next;
      }
    }
    doc = NO_MORE_DOCS;
    return doc;
  }

  @Override
  public long cost() {
    return size;
  }
}
