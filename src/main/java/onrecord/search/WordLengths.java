package onrecord.search;

import java.io.IOException;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** The numbers of words of quotations. Immutable. */
final class WordLengths {

  private final int[] lengths;

  private WordLengths(int[] lengths) {
    this.lengths = lengths;
  }

  /** Counts the words of all quotations of a snapshot, without reading their texts. */
  static WordLengths of(Snapshot snapshot, TimeLimit time) throws IOException {
    WordField exact = WordField.exact(snapshot.stamp(), IndexField.QUOTE);
    int[] lengths = new int[snapshot.reader().maxDoc()];
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Terms all = leaf.reader().terms(exact.name());
      TermsEnum terms = all == null ? TermsEnum.EMPTY : all.iterator();
      PostingsEnum postings = null;
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        time.check();
        if (exact.wordOf(term).isEmpty()) {
          continue;
        }
        postings = terms.postings(postings, PostingsEnum.FREQS);
        for (int doc = postings.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          if (doc >= leaf.reader().maxDoc()) {
            throw new CorruptIndexException("a word is in document " + doc, leaf.toString());
          }
          lengths[leaf.docBase + doc] += postings.freq();
        }
      }
    }
    return new WordLengths(lengths);
  }

  /** {@return the number of words of a quotation, by its document in the whole index} */
  int of(int doc) {
    return lengths[doc];
  }
}
