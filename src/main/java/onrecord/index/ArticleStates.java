package onrecord.index;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onrecord.schema.ArrivalFields;
import onrecord.schema.ArrivalRecord;
import onrecord.schema.IndexField;
import onrecord.schema.ReadErrors;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The states of all articles of an archive by their ids, whether the articles are visible to
 * searches or not. Thread-safe, but the same article must not be changed concurrently.
 */
final class ArticleStates {

  /** Represents the fingerprint of an article that is not known. */
  private static final HashCode UNKNOWN = HashCode.fromInt(1);

  /** Represents an id that no article has. */
  private static final State ABSENT = new State(HashCode.fromInt(0), Optional.empty());

  /**
   * The state of an article.
   *
   * @param fingerprint its fingerprint
   * @param arrival when it came in, if known
   */
  record State(HashCode fingerprint, Optional<ArrivalRecord> arrival) {
    boolean has(HashCode other) {
      return fingerprint.equals(other);
    }
  }

  private final ReferenceManager<Snapshot> snapshots;
  // The changes since the current snapshot was taken, and during a refresh, those before it began.
  private volatile Map<String, State> changes = new ConcurrentHashMap<>();
  private volatile Map<String, State> earlier = Map.of();

  ArticleStates(ReferenceManager<Snapshot> snapshots) {
    this.snapshots = snapshots;
    snapshots.addListener(
        new ReferenceManager.RefreshListener() {
          @Override
          public void beforeRefresh() {
            begin();
          }

          @Override
          public void afterRefresh(boolean refreshed) {
            end(refreshed);
          }
        });
  }

  private synchronized void begin() {
    earlier = changes;
    changes = new ConcurrentHashMap<>();
  }

  private synchronized void end(boolean refreshed) {
    if (!refreshed) {
      // The refresh may have failed, in which case the snapshot lacks these changes.
      earlier.forEach(changes::putIfAbsent);
    }
    earlier = Map.of();
  }

  /** {@return the state of an article, empty if there is none with this id} */
  Optional<State> get(String id) throws IOException {
    State found = changes.get(id);
    if (found == null) {
      found = earlier.get(id);
    }
    if (found == null) {
      Snapshot snapshot = snapshots.acquire();
      try {
        found = find(snapshot, id);
      } catch (RuntimeException e) {
        throw snapshot.unlessDamaged(e);
      } catch (InternalError e) {
        throw ReadErrors.toIOException(e);
      } finally {
        snapshots.release(snapshot);
      }
    }
    return found.equals(ABSENT) ? Optional.empty() : Optional.of(found);
  }

  /** {@return whether an article was changed since the current snapshot was taken} */
  boolean isPending(String id) {
    return changes.containsKey(id) || earlier.containsKey(id);
  }

  /** Records that an article has been put into the index. */
  synchronized void put(String id, State state) {
    changes.put(id, state);
  }

  /** Records that an article has been deleted from the index. */
  synchronized void remove(String id) {
    changes.put(id, ABSENT);
  }

  private static State find(Snapshot snapshot, String id) throws IOException {
    BytesRef term = new BytesRef(id);
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      State found = find(leaf.reader(), term);
      if (!found.equals(ABSENT)) {
        return found;
      }
    }
    return ABSENT;
  }

  private static State find(LeafReader reader, BytesRef id) throws IOException {
    Terms terms = reader.terms(IndexField.ARTICLE_ID.field());
    TermsEnum ids = terms == null ? TermsEnum.EMPTY : terms.iterator();
    if (!ids.seekExact(id)) {
      return ABSENT;
    }
    Bits live = reader.getLiveDocs();
    // Only the last document of a block, the article's, has a fingerprint.
    int last = DocIdSetIterator.NO_MORE_DOCS;
    PostingsEnum docs = ids.postings(null, PostingsEnum.NONE);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      last = live == null || live.get(doc) ? doc : last;
    }
    if (last == DocIdSetIterator.NO_MORE_DOCS) {
      return ABSENT;
    }
    return new State(fingerprint(reader, last), ArrivalFields.read(reader, last));
  }

  private static HashCode fingerprint(LeafReader reader, int doc) throws IOException {
    BinaryDocValues fingerprints = reader.getBinaryDocValues(IndexField.FINGERPRINT.field());
    if (fingerprints == null || !fingerprints.advanceExact(doc)) {
      return UNKNOWN;
    }
    BytesRef bytes = fingerprints.binaryValue();
    return HashCode.fromBytes(
        Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }
}
