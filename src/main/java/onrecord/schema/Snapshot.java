package onrecord.schema;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;

/**
 * One state of an archive: its documents and the numbers of their facets' values. Immutable,
 * thread-safe; good for as long as the reader is open.
 */
public final class Snapshot {

  // Remembers the articles of each segment for as long as the segment is open.
  private static final BitSetProducer ARTICLES =
      new QueryBitSetProducer(new TermQuery(new Term(IndexField.TYPE.field(), Schema.ARTICLE)));

  // The segments whose checksums were compared, for as long as they are open.
  private static final Set<IndexReader.CacheKey> SOUND = ConcurrentHashMap.newKeySet();

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Stamp stamp;
  private final Map<IndexField, LabelOrdinals> ordinals;
  private final String id;

  private Snapshot(
      DirectoryReader reader,
      IndexSearcher searcher,
      Stamp stamp,
      Map<IndexField, LabelOrdinals> ordinals,
      String id) {
    this.reader = reader;
    this.searcher = searcher;
    this.stamp = stamp;
    this.ordinals = Map.copyOf(ordinals);
    this.id = id;
  }

  /**
   * {@return a snapshot of what a reader sees}
   *
   * @param reader the reader, which stays the caller's to close
   * @param stamp the stamp of the archive
   * @throws IOException if the index cannot be read
   */
  public static Snapshot of(DirectoryReader reader, Stamp stamp) throws IOException {
    // All of it is made here, so that no search has to wait for them.
    Map<IndexField, LabelOrdinals> ordinals = new EnumMap<>(IndexField.class);
    for (IndexField field : IndexField.values()) {
      if (field.isCountedByName()) {
        ordinals.put(field, new LabelOrdinals(reader, field.field()));
      }
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      ARTICLES.getBitSet(leaf);
    }
    return new Snapshot(
        reader, new SnapshotSearcher(reader, stamp, null), stamp, ordinals, id(reader));
  }

  /**
   * {@return the same state without the numbers of its values, which are then made when asked for}
   */
  public Snapshot withoutNumbers() {
    return new Snapshot(reader, searcher, stamp, Map.of(), id);
  }

  /** Names a state by its segments and how many documents are left in each. */
  private static String id(DirectoryReader reader) {
    Hasher hasher = Hashing.sha256().newHasher().putLong(reader.getVersion());
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof SegmentReader segment) {
        hasher.putBytes(segment.getSegmentInfo().info.getId());
      }
      hasher.putInt(leaf.reader().numDocs());
    }
    return hasher.hash().toString().substring(0, 32);
  }

  /** {@return what names this state; another archive or state has another name} */
  public String id() {
    return id;
  }

  /** {@return the reader} */
  public DirectoryReader reader() {
    return reader;
  }

  /**
   * Compares the checksums of all files of the index; those of a segment once for as long as it is
   * open.
   *
   * @throws IOException if a file is damaged or cannot be read
   */
  public void requireSound() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
      if (leaf.reader() instanceof CodecReader segment && !SOUND.contains(core.getKey())) {
        segment.checkIntegrity();
        if (SOUND.add(core.getKey())) {
          core.addClosedListener(SOUND::remove);
        }
      }
    }
  }

  /**
   * {@return what reading this state threw, if all files of the index are sound} Lucene trusts the
   * bytes it reads, so damaged ones may make it throw anything anywhere. All checksums are
   * compared.
   *
   * @throws IOException if a file is damaged or cannot be read
   */
  public RuntimeException unlessDamaged(RuntimeException thrown) throws IOException {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
      }
    } catch (IOException | RuntimeException damage) {
      damage.addSuppressed(thrown);
      throw damage;
    }
    return thrown;
  }

  /** {@return a searcher over the reader} */
  public IndexSearcher searcher() {
    return searcher;
  }

  /**
   * {@return the same state, whose reader and searcher end when a time is over} What runs then
   * gives what it has found, or throws {@link ExitableDirectoryReader.ExitingReaderException}.
   *
   * @param timeout tells when
   * @throws IOException if the index cannot be read
   */
  public Snapshot within(QueryTimeout timeout) throws IOException {
    DirectoryReader limited = ExitableDirectoryReader.wrap(reader, timeout);
    return new Snapshot(
        limited, new SnapshotSearcher(limited, stamp, timeout), stamp, ordinals, id);
  }

  /** {@return what tells which documents of a segment are articles, deleted ones included} */
  public BitSetProducer articles() {
    return ARTICLES;
  }

  /** {@return the stamp of the archive} */
  public Stamp stamp() {
    return stamp;
  }

  /**
   * {@return the numbers of the values of a facet}
   *
   * @param field the field of the facet
   * @throws IllegalArgumentException if the field is not counted by name
   * @throws MissingFieldException if it is not in the format of this archive
   * @throws IOException if the index cannot be read
   */
  public LabelOrdinals ordinals(IndexField field) throws IOException {
    stamp.requireField(field.field());
    LabelOrdinals found = ordinals.get(field);
    if (found != null) {
      return found;
    }
    if (!field.isCountedByName()) {
      throw new IllegalArgumentException("field " + field.field() + " is not counted by name");
    }
    return new LabelOrdinals(reader, field.field());
  }
}
