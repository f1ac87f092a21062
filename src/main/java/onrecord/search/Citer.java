package onrecord.search;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import onrecord.query.Citation;
import onrecord.query.Search;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Puts down what a search found. Not thread-safe. */
final class Citer {

  private final Selection selection;
  private final Snapshot snapshot;

  Citer(Selection selection) {
    this.selection = selection;
    this.snapshot = selection.snapshot();
  }

  Citation cite(Search search) throws IOException {
    return new Citation(
        search.query(),
        search.filters(),
        search.indirect(),
        selection.size(),
        new FacetCounter(snapshot, selection.found()).articles(),
        checksum(),
        snapshot.id(),
        snapshot.stamp().format(),
        snapshot.stamp().extractor());
  }

  /** Goes through the ids in the order of the index, which is that of their bytes. */
  private String checksum() throws IOException {
    FixedBitSet found = selection.documents();
    Hasher hasher = Hashing.sha256().newHasher();
    Terms terms = MultiTerms.getTerms(snapshot.reader(), Schema.ID);
    TermsEnum ids = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef id = ids.next(); id != null; id = ids.next()) {
      postings = ids.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (found.get(doc)) {
          hasher.putBytes(id.bytes, id.offset, id.length).putByte((byte) '\n');
        }
      }
    }
    return hasher.hash().toString();
  }
}
