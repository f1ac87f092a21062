package onrecord.index;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import onrecord.schema.SegmentDocuments;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Reads what articles of a snapshot hold, one article after another. If the snapshot cannot be
 * read, it throws {@link UncheckedIOException}. Not thread-safe.
 */
final class ArticleReading<T> extends AbstractIterator<T> {

  /** Reads the results of an article. */
  @FunctionalInterface
  interface Results<T> {
    /**
     * {@return the results}
     *
     * @param doc the document of the article
     * @throws IOException if they cannot be read
     */
    List<T> of(SegmentDocuments documents, int doc) throws IOException;
  }

  /** The articles of a segment. */
  private record Articles(SegmentDocuments documents, PostingsEnum docs, @Nullable Bits live) {}

  private final Snapshot snapshot;
  private final Term term;
  private final Results<T> results;
  private final Iterator<LeafReaderContext> leaves;
  private @Nullable Articles articles;
  private Iterator<T> ofArticle = Collections.emptyIterator();

  /**
   * Creates an iterator.
   *
   * @param term the term of the articles
   */
  ArticleReading(Snapshot snapshot, Term term, Results<T> results) {
    this.snapshot = snapshot;
    this.term = term;
    this.results = results;
    this.leaves = snapshot.reader().leaves().iterator();
  }

  @Override
  protected @Nullable T computeNext() {
    try {
      while (!ofArticle.hasNext()) {
        if (articles == null && !leaves.hasNext()) {
          return endOfData();
        }
        advance();
      }
      return ofArticle.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on to the next article, or to the next segment. */
  private void advance() throws IOException {
    Articles open = articles == null ? articles(leaves.next()) : articles;
    articles = open;
    int doc = open == null ? DocIdSetIterator.NO_MORE_DOCS : open.docs().nextDoc();
    if (open == null || doc == DocIdSetIterator.NO_MORE_DOCS) {
      articles = null;
    } else if (open.live() == null || open.live().get(doc)) {
      ofArticle = results.of(open.documents(), doc).iterator();
    }
  }

  private @Nullable Articles articles(LeafReaderContext leaf) throws IOException {
    PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
    return docs == null
        ? null
        : new Articles(
            new SegmentDocuments(leaf.reader(), snapshot.stamp()),
            docs,
            leaf.reader().getLiveDocs());
  }
}
