package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.query.Identified;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Finds the articles and quotations of a snapshot whose ids begin with a text. */
public final class IdFinder {

  private IdFinder() {}

  /**
   * {@return the article with an id; or else the articles whose ids begin with it; or else the
   * quotations, in the same way}
   *
   * @param limit the maximum number of results, 1 or more
   */
  public static List<Identified> find(Snapshot snapshot, String start, int limit)
      throws IOException {
    IndexReader reader = snapshot.reader();
    for (IndexField field : List.of(IndexField.ARTICLE_ID, IndexField.ID)) {
      List<Identified> found = find(reader, field, new BytesRef(start), limit);
      if (!found.isEmpty()) {
        return found.getFirst().id().equals(start) ? found.subList(0, 1) : found;
      }
    }
    return List.of();
  }

  private static List<Identified> find(
      IndexReader reader, IndexField field, BytesRef start, int limit) throws IOException {
    List<Identified> found = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, field.field());
    if (terms == null) {
      return found;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    List<LeafReaderContext> leaves = reader.leaves();
    TermsEnum ids = terms.iterator();
    if (ids.seekCeil(start) == TermsEnum.SeekStatus.END) {
      return found;
    }
    PostingsEnum postings = null;
    for (BytesRef id = ids.term();
        id != null && StringHelper.startsWith(id, start) && found.size() < limit;
        id = ids.next()) {
      postings = ids.postings(postings, PostingsEnum.NONE);
      int document = firstLive(postings, live);
      if (document != DocIdSetIterator.NO_MORE_DOCS) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues articles =
            DocValues.getSorted(leaf.reader(), IndexField.ARTICLE_ID.field());
        if (!articles.advanceExact(document - leaf.docBase)) {
          throw new CorruptIndexException("a document has no article", leaf.toString());
        }
        String article = articles.lookupOrd(articles.ordValue()).utf8ToString();
        found.add(new Identified(id.utf8ToString(), article));
      }
    }
    return found;
  }

  private static int firstLive(PostingsEnum postings, @Nullable Bits live) throws IOException {
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = postings.nextDoc();
    }
    return document;
  }
}
