package onrecord.index;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The articles that an archive holds by now, searchable or not, by their ids: the fingerprint of
 * each. Thread-safe, but changes of the same article must come one after the other.
 */
final class Present {

  // What stands for an id that no article has.
  private static final HashCode ABSENT = HashCode.fromInt(0);

  /** What is given for an article whose fingerprint is not known. */
  private static final HashCode UNKNOWN = HashCode.fromInt(1);

  private final LiveFieldValues<Snapshot, HashCode> prints;

  Present(ReferenceManager<Snapshot> snapshots) {
    prints =
        new LiveFieldValues<>(snapshots, ABSENT) {
          @Override
          protected HashCode lookupFromSearcher(Snapshot snapshot, String id) throws IOException {
            return find(snapshot, id);
          }
        };
  }

  /** {@return the fingerprint of an article, empty if there is none with this id} */
  Optional<HashCode> get(String id) throws IOException {
    // Null is what was deleted since the last refresh.
    @Nullable HashCode print = prints.get(id);
    return print == null || print.equals(ABSENT) ? Optional.empty() : Optional.of(print);
  }

  /** Notes that an article has been put into the index. */
  void put(String id, HashCode print) {
    prints.add(id, print);
  }

  /** Notes that an article has been deleted from the index. */
  void remove(String id) {
    prints.delete(id);
  }

  private static HashCode find(Snapshot snapshot, String id) throws IOException {
    BytesRef term = new BytesRef(id);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      HashCode found = find(leaf.reader(), term);
      if (!found.equals(ABSENT)) {
        return found;
      }
    }
    return ABSENT;
  }

  private static HashCode find(LeafReader reader, BytesRef id) throws IOException {
    Terms terms = reader.terms(Schema.ARTICLE_ID);
    TermsEnum ids = terms == null ? TermsEnum.EMPTY : terms.iterator();
    if (!ids.seekExact(id)) {
      return ABSENT;
    }
    Bits live = reader.getLiveDocs();
    // The last document of a block is the article's; the others have no fingerprint.
    int last = DocIdSetIterator.NO_MORE_DOCS;
    PostingsEnum docs = ids.postings(null, PostingsEnum.NONE);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      last = live == null || live.get(doc) ? doc : last;
    }
    if (last == DocIdSetIterator.NO_MORE_DOCS) {
      return ABSENT;
    }
    BinaryDocValues prints = reader.getBinaryDocValues(Schema.FINGERPRINT);
    if (prints == null || !prints.advanceExact(last)) {
      return UNKNOWN;
    }
    BytesRef print = prints.binaryValue();
    return HashCode.fromBytes(
        Arrays.copyOfRange(print.bytes, print.offset, print.offset + print.length));
  }
}
