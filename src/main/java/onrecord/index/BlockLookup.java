package onrecord.index;

import java.io.IOException;
import java.util.Optional;
import onrecord.schema.IndexField;
import onrecord.schema.SegmentDocuments;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Finds the blocks of a snapshot by the ids of articles and quotations. */
final class BlockLookup {

  private BlockLookup() {}

  /** Reads a part of a block. */
  @FunctionalInterface
  interface Reading<T> {
    /**
     * {@return the part}
     *
     * @param first the first document of the block
     * @param last the document of the article
     * @throws IOException if it cannot be read
     */
    T read(SegmentDocuments documents, int first, int last) throws IOException;
  }

  /** {@return a part of the block of an article; empty if there is no article with the id} */
  static <T> Optional<T> ofArticle(Snapshot snapshot, String id, Reading<T> reading)
      throws IOException {
    return find(snapshot, new Term(IndexField.ARTICLE_ID.field(), id), reading);
  }

  /** {@return the id of the article with a quotation; empty if there is no such quotation} */
  static Optional<String> articleOf(Snapshot snapshot, String quotation) throws IOException {
    return find(
        snapshot,
        new Term(IndexField.ID.field(), quotation),
        (documents, first, last) -> documents.articleId(first));
  }

  private static <T> Optional<T> find(Snapshot snapshot, Term term, Reading<T> reading)
      throws IOException {
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      LeafReader segment = leaf.reader();
      Bits live = segment.getLiveDocs();
      int first = DocIdSetIterator.NO_MORE_DOCS;
      int last = first;
      PostingsEnum docs = segment.postings(term, PostingsEnum.NONE);
      if (docs != null) {
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if (live == null || live.get(doc)) {
            first = Math.min(first, doc);
            last = doc;
          }
        }
      }
      if (first != DocIdSetIterator.NO_MORE_DOCS) {
        return Optional.of(
            reading.read(new SegmentDocuments(segment, snapshot.stamp()), first, last));
      }
    }
    return Optional.empty();
  }
}
