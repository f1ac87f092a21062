package onrecord.search;

import com.google.common.base.Strings;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import onrecord.query.Citation;
import onrecord.query.Search;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Computes the citation of what a search finds. Not thread-safe. */
final class Citer {

  // What is counted and compared, and therefore must not change unseen. The names and the order
  // are part of what a citation means.
  private static final List<String> CONTENT =
      List.of(
          IndexField.ID.field(),
          IndexField.QUOTE.field(),
          IndexField.SPEAKER.field(),
          IndexField.SPEAKER_TYPE.field(),
          IndexField.SPEAKER_ID.field(),
          IndexField.KIND.field(),
          IndexField.SAID.field(),
          IndexField.DATE.field());
  private static final Set<String> READ = Set.copyOf(CONTENT);

  private final Matches matches;
  private final Snapshot snapshot;
  private final Hasher ids = Hashing.sha256().newHasher();
  private final Hasher contents = Hashing.sha256().newHasher();

  Citer(Matches matches) {
    this.matches = matches;
    this.snapshot = matches.snapshot();
  }

  Citation cite(Search search) throws IOException {
    hash();
    return new Citation(
        search.query(),
        search.filters(),
        search.indirect(),
        matches.size(),
        matches.counter().articles(),
        ids.hash().toString(),
        contents.hash().toString(),
        snapshot.id(),
        snapshot.stamp().format(),
        snapshot.stamp().extractor());
  }

  /**
   * Hashes the quotations in the order of their ids' bytes, which is that of the index.
   *
   * <p>The hash of the contents identifies them: each value of a quotation is preceded by its
   * length, so two quotations have the same bytes only if they have the same values. Their hashes
   * have the same length and are hashed in an order that depends on the quotations only, not on the
   * segments that hold them. Two different sets of quotations with the same hash would therefore be
   * a collision of SHA-256. Memory is needed for the hashes of the quotations with one id, of which
   * an article has at most one.
   */
  private void hash() throws IOException {
    FixedBitSet found = matches.documents();
    StoredFields stored = snapshot.reader().storedFields();
    Terms terms = MultiTerms.getTerms(snapshot.reader(), IndexField.ID.field());
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef id = all.next(); id != null; id = all.next()) {
      List<byte[]> same = new ArrayList<>(1);
      postings = all.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (found.get(doc)) {
          matches.time().check();
          ids.putBytes(id.bytes, id.offset, id.length).putByte((byte) '\n');
          same.add(hash(stored.document(doc, READ)));
        }
      }
      same.sort(Arrays::compareUnsigned);
      same.forEach(contents::putBytes);
    }
  }

  private static byte[] hash(Document quotation) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String field : CONTENT) {
      BytesRef value = new BytesRef(Strings.nullToEmpty(quotation.get(field)));
      hasher
          .putString(value.length + ":", StandardCharsets.US_ASCII)
          .putBytes(value.bytes, value.offset, value.length);
    }
    return hasher.hash().asBytes();
  }
}
