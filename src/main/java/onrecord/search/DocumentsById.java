package onrecord.search;

import java.io.IOException;
import java.util.PriorityQueue;
import onrecord.schema.IndexField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Visits the live documents of an index in the order of the ids of their articles. Not thread-safe.
 */
final class DocumentsById {

  // The segment with the least id comes first.
  private final PriorityQueue<Segment> segments = new PriorityQueue<>();

  /** Visits documents. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits a document.
     *
     * @param id the id of its article, which is not changed later
     * @param doc the number of the document in its segment
     */
    void visit(BytesRef id, LeafReaderContext segment, int doc) throws IOException;
  }

  /**
   * Goes to the beginning.
   *
   * @param from the least id that is visited
   */
  DocumentsById(IndexReader reader, BytesRef from) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable Terms ids = leaf.reader().terms(IndexField.ARTICLE_ID.field());
      if (ids != null) {
        TermsEnum terms = ids.iterator();
        if (terms.seekCeil(from) != TermsEnum.SeekStatus.END) {
          segments.add(new Segment(leaf, terms, terms.term()));
        }
      }
    }
  }

  /** Visits the documents of the next id; returns false if there is no further id. */
  boolean next(Visitor visitor) throws IOException {
    if (segments.isEmpty()) {
      return false;
    }
    BytesRef id = BytesRef.deepCopyOf(segments.element().id);
    // A segment may have deleted documents of an article that another one has.
    while (!segments.isEmpty() && segments.element().id.equals(id)) {
      Segment segment = segments.remove();
      segment.visit(id, visitor);
      if (segment.goToNext()) {
        segments.add(segment);
      }
    }
    return true;
  }

  /** The documents of a segment. Not thread-safe. */
  private static final class Segment implements Comparable<Segment> {
    private final LeafReaderContext leaf;
    private final TermsEnum terms;
    private final @Nullable Bits live;
    private BytesRef id;
    private @Nullable PostingsEnum documents;

    Segment(LeafReaderContext leaf, TermsEnum terms, BytesRef id) {
      this.leaf = leaf;
      this.terms = terms;
      this.live = leaf.reader().getLiveDocs();
      this.id = id;
    }

    void visit(BytesRef ofArticle, Visitor visitor) throws IOException {
      PostingsEnum found = terms.postings(documents, PostingsEnum.NONE);
      documents = found;
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (live == null || live.get(doc)) {
          visitor.visit(ofArticle, leaf, doc);
        }
      }
    }

    /** Goes to the next id, if there is one. */
    boolean goToNext() throws IOException {
      @Nullable BytesRef next = terms.next();
      if (next != null) {
        id = next;
      }
      return next != null;
    }

    @Override
    public int compareTo(Segment other) {
      return id.compareTo(other.id);
    }
  }
}
