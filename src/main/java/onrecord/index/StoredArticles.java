package onrecord.index;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.engine.StoredArticle;
import onrecord.schema.ArticleDocument;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.SegmentDocuments;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Reads the articles of a snapshot whose quotations were found by an extractor. */
public final class StoredArticles {

  private StoredArticles() {}

  /**
   * Returns the articles of a snapshot whose quotations were found by another version of the
   * extractor. The articles are read one by one from the snapshot, which must stay open; if it
   * cannot be read, the iterator throws {@link UncheckedIOException}.
   */
  public static Iterator<StoredArticle> extractedByOthers(Snapshot snapshot, String version) {
    Iterator<LeafReaderContext> leaves = snapshot.reader().leaves().iterator();
    // The iterator of a flat-mapped stream would hold all articles of a segment in memory.
    return new AbstractIterator<>() {
      private Iterator<StoredArticle> articles = Collections.emptyIterator();

      @Override
      protected @Nullable StoredArticle computeNext() {
        while (true) {
          if (articles.hasNext()) {
            return articles.next();
          }
          if (!leaves.hasNext()) {
            return endOfData();
          }
          articles = extractedByOthers(leaves.next(), snapshot.stamp(), version);
        }
      }
    };
  }

  private static Iterator<StoredArticle> extractedByOthers(
      LeafReaderContext leaf, Stamp stamp, String version) {
    try {
      SegmentDocuments documents = new SegmentDocuments(leaf.reader(), stamp);
      return articles(leaf)
          .mapToObj(doc -> extractedByOther(documents, doc, version))
          .flatMap(Optional::stream)
          .iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<StoredArticle> extractedByOther(
      SegmentDocuments documents, int doc, String version) {
    try {
      Optional<String> extractor = ArticleDocument.extractor(documents.values(doc));
      return extractor.isPresent() && !extractor.get().equals(version)
          ? Optional.of(new StoredArticle(documents.article(doc), extractor.get()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IntStream articles(LeafReaderContext leaf) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    IntStream.Builder articles = IntStream.builder();
    PostingsEnum docs =
        leaf.reader()
            .postings(new Term(IndexField.TYPE.field(), Schema.ARTICLE), PostingsEnum.NONE);
    if (docs != null) {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          articles.add(doc);
        }
      }
    }
    return articles.build();
  }
}
