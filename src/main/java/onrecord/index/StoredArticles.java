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
import onrecord.schema.Snapshot;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The articles of a snapshot whose quotations an extractor found. */
public final class StoredArticles {

  private StoredArticles() {}

  /**
   * {@return the articles of a snapshot with other versions of the extractor than the given one,
   * read one at a time; the snapshot must stay open, and a failure to read is an
   * UncheckedIOException}
   */
  public static Iterator<StoredArticle> extractedByOthers(Snapshot snapshot, String version) {
    Iterator<LeafReaderContext> leaves = snapshot.reader().leaves().iterator();
    // The iterator of a stream that is flat-mapped would hold all articles of a segment at a time.
    return new AbstractIterator<>() {
      private Iterator<Document> documents = Collections.emptyIterator();

      @Override
      protected @Nullable StoredArticle computeNext() {
        while (true) {
          while (documents.hasNext()) {
            Document document = documents.next();
            Optional<String> extractor = ArticleDocument.extractor(document);
            if (extractor.isPresent() && !extractor.get().equals(version)) {
              return new StoredArticle(ArticleDocument.read(document), extractor.get());
            }
          }
          if (!leaves.hasNext()) {
            return endOfData();
          }
          documents = documents(leaves.next());
        }
      }
    };
  }

  private static Iterator<Document> documents(LeafReaderContext leaf) {
    try {
      StoredFields stored = leaf.reader().storedFields();
      return articles(leaf)
          .mapToObj(doc -> {
            try {
              return stored.document(doc);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .iterator();
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
