package onrecord.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.schema.ArticleDocument;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** The articles of a snapshot whose quotations an extractor found. */
public final class StoredArticles {

  private final Snapshot snapshot;
  private final Set<String> extractors = ConcurrentHashMap.newKeySet();

  /** Reads from a snapshot, which must stay open. */
  public StoredArticles(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** {@return the versions of the extractors of the articles that were handed out so far} */
  public Set<String> extractors() {
    return extractors;
  }

  /**
   * {@return the articles of other versions of the extractor than the given one, read one at a
   * time; a failure to read is an UncheckedIOException}
   */
  public Iterator<Article> otherThan(String version) {
    return snapshot.reader().leaves().stream()
        .flatMap(this::documents)
        .flatMap(document -> article(document, version))
        .iterator();
  }

  private Stream<Article> article(Document document, String version) {
    Optional<String> extractor =
        ArticleDocument.extractor(document).filter(found -> !found.equals(version));
    extractor.ifPresent(extractors::add);
    return extractor.map(found -> ArticleDocument.read(document)).stream();
  }

  private Stream<Document> documents(LeafReaderContext leaf) {
    try {
      StoredFields stored = leaf.reader().storedFields();
      return articles(leaf)
          .mapToObj(doc -> {
            try {
              return stored.document(doc);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IntStream articles(LeafReaderContext leaf) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    IntStream.Builder articles = IntStream.builder();
    PostingsEnum docs =
        leaf.reader().postings(new Term(Schema.TYPE, Schema.ARTICLE), PostingsEnum.NONE);
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
