package onrecord.schema;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import onrecord.query.Watermark;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * One state of an archive: its documents and the ordinals of the values of their facets, which are
 * computed when they are first requested. It is closed when its last reference is released.
 * Thread-safe.
 */
public final class Snapshot {

  // Caches the articles of each segment while the segment is open.
  private static final BitSetProducer ARTICLES =
      new QueryBitSetProducer(new TermQuery(new Term(IndexField.TYPE.field(), Schema.ARTICLE)));

  // The open segments whose checksums have been compared.
  private static final Set<IndexReader.CacheKey> SOUND = ConcurrentHashMap.newKeySet();

  private final DirectoryReader reader;
  private final ReaderReferences references;
  private final IndexSearcher searcher;
  private final State state;
  // Null if it is not kept.
  private final @Nullable Kept kept;

  /** What is computed when it is first requested. */
  private record Kept(OrdinalCache ordinals, Map<Class<?>, Object> others) {
    static Kept of(DirectoryReader reader) {
      return new Kept(new OrdinalCache(reader, ARTICLES), new ConcurrentHashMap<>());
    }
  }

  /** What does not depend on how the snapshot is read. */
  private record State(
      Stamp stamp,
      String id,
      Map<String, Long> segmentBytes,
      OwnFields ownFields,
      QuotationCounts counts) {
    static State of(DirectoryReader reader, Stamp stamp) throws IOException {
      return new State(
          stamp,
          Snapshot.id(reader),
          Snapshot.segmentBytes(reader),
          OwnFields.of(reader),
          new QuotationCounts());
    }
  }

  private Snapshot(
      DirectoryReader reader,
      ReaderReferences references,
      IndexSearcher searcher,
      State state,
      @Nullable Kept kept) {
    this.reader = reader;
    this.references = references;
    this.searcher = searcher;
    this.state = state;
    this.kept = kept;
  }

  /**
   * {@return a snapshot of what a reader sees, with one reference}
   *
   * @param reader the reader
   * @param stamp the stamp of the archive
   * @param closer closes the reader when the last reference to the snapshot is released
   * @throws IOException if the index cannot be read; the reader is then not closed
   */
  public static Snapshot of(DirectoryReader reader, Stamp stamp, ReaderCloser closer)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      ARTICLES.getBitSet(leaf);
    }
    return new Snapshot(
        reader,
        new ReaderReferences(reader, closer),
        new SnapshotSearcher(reader, stamp, null),
        State.of(reader, stamp),
        Kept.of(reader));
  }

  /**
   * {@return the same state without ordinals and other {@linkplain #kept kept} objects, which are
   * then computed for each request}
   */
  public Snapshot withoutOrdinals() {
    return new Snapshot(reader, references, searcher, state, null);
  }

  /** {@return an identifier computed from the segments and the number of live documents in each} */
  private static String id(DirectoryReader reader) {
    Hasher hasher = Hashing.sha256().newHasher().putLong(reader.getVersion());
    for (LeafReaderContext leaf : reader.leaves()) {
      if (FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment) {
        hasher.putBytes(segment.getSegmentInfo().info.getId());
      }
      hasher.putInt(leaf.reader().numDocs());
    }
    return hasher.hash().toString().substring(0, 32);
  }

  /** {@return the sizes on disk of the segments of this snapshot in bytes, by their ids} */
  public Map<String, Long> segmentBytes() {
    return state.segmentBytes();
  }

  private static Map<String, Long> segmentBytes(DirectoryReader reader) throws IOException {
    Map<String, Long> bytes = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      if (FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment) {
        SegmentCommitInfo info = segment.getSegmentInfo();
        bytes.put(StringHelper.idToString(info.info.getId()), bytes(info));
      }
    }
    return Map.copyOf(bytes);
  }

  /** {@return the size of a segment; 0 if another process has deleted files of it meanwhile} */
  private static long bytes(SegmentCommitInfo segment) throws IOException {
    try {
      return segment.sizeInBytes();
    } catch (NoSuchFileException | FileNotFoundException e) {
      return 0;
    }
  }

  /** Adds a reference, unless the last one has been released; returns whether it was added. */
  public boolean tryRetain() {
    return references.tryRetain();
  }

  /**
   * Releases a reference.
   *
   * @throws IOException if it was the last one and the reader cannot be closed
   */
  public void release() throws IOException {
    references.release();
  }

  /** {@return the number of references} */
  public int references() {
    return references.count();
  }

  /**
   * {@return the identifier of this state, which differs from that of any other state or archive}
   */
  public String id() {
    return state.id();
  }

  /** {@return the reader} */
  public DirectoryReader reader() {
    return reader;
  }

  /**
   * Compares the checksums of all files of the index, once for each open segment.
   *
   * @throws IOException if a file is damaged or cannot be read
   */
  public void requireSound() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
      if (FilterLeafReader.unwrap(leaf.reader()) instanceof CodecReader segment
          && !SOUND.contains(core.getKey())) {
        segment.checkIntegrity();
        if (SOUND.add(core.getKey())) {
          core.addClosedListener(SOUND::remove);
        }
      }
    }
  }

  /**
   * {@return the exception that reading this state has thrown, if the index is not damaged} Lucene
   * trusts the bytes that it reads, so a damaged file may cause any exception. All checksums are
   * compared; if they are correct, the exception itself {@linkplain ReadErrors#isDamage shows}
   * whether the index is damaged.
   *
   * @throws IOException if a file is damaged or cannot be read
   */
  public RuntimeException unlessDamaged(RuntimeException thrown) throws IOException {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (FilterLeafReader.unwrap(leaf.reader()) instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
      }
    } catch (IOException | RuntimeException damage) {
      damage.addSuppressed(thrown);
      throw damage;
    }
    if (ReadErrors.isDamage(thrown)) {
      throw ReadErrors.damaged("the archive", thrown);
    }
    return thrown;
  }

  /** {@return a searcher over the reader} */
  public IndexSearcher searcher() {
    return searcher;
  }

  /**
   * {@return the same state with a reader and a searcher that stop at a timeout} A search that
   * times out returns what it has found, or throws {@link
   * ExitableDirectoryReader.ExitingReaderException}.
   *
   * @param timeout the timeout
   * @throws IOException if the index cannot be read
   */
  public Snapshot within(QueryTimeout timeout) throws IOException {
    DirectoryReader limited = ExitableDirectoryReader.wrap(reader, timeout);
    return new Snapshot(
        limited, references, new SnapshotSearcher(limited, stamp(), timeout), state, kept);
  }

  /** {@return the documents of each segment that are articles, including deleted ones} */
  public BitSetProducer articles() {
    return ARTICLES;
  }

  /**
   * {@return the documents of a segment with quotations that are articles, including deleted ones}
   *
   * @throws IOException if the segment has none, or cannot be read
   */
  public BitSet articles(LeafReaderContext leaf) throws IOException {
    @Nullable BitSet articles = ARTICLES.getBitSet(leaf);
    if (articles == null) {
      throw new CorruptIndexException("a segment has quotations, but no article", leaf.toString());
    }
    return articles;
  }

  /** {@return the numbers of all quotations} */
  public QuotationCounts counts() {
    return state.counts();
  }

  /** {@return the stamp of the archive} */
  public Stamp stamp() {
    return state.stamp();
  }

  /**
   * {@return the last commit before this state}
   *
   * @throws MissingFieldException if the format of this archive is older than numbers of commits
   * @throws IOException if it cannot be read
   */
  public Watermark watermark() throws IOException {
    stamp().requireField(ArrivalFields.COMMIT);
    Map<String, String> userData = reader.getIndexCommit().getUserData();
    String archive =
        Stamp.identity(userData)
            .orElseThrow(() -> new IllegalStateException("the archive has no identifier"));
    return new Watermark(archive, Stamp.commits(userData));
  }

  /**
   * {@return the ordinals of the names in a field}
   *
   * @param field a field that is counted by name
   * @throws IllegalArgumentException if the field is not counted by name
   * @throws MissingFieldException if the format of this archive is older than the field
   * @throws IOException if the index cannot be read
   */
  public LabelOrdinals ordinals(IndexField field) throws IOException {
    stamp().requireField(field.field());
    stamp().requireCounted(field);
    if (!field.isCountedByName()) {
      throw new IllegalArgumentException("field " + field.field() + " is not counted by name");
    }
    return ordinals(field.field());
  }

  /** {@return whether the format of this archive has the doc values by which a field is counted} */
  public boolean counts(IndexField field) {
    return stamp().counts(field);
  }

  /**
   * {@return all names in a field that differ from a name only in case, accents or the kind of
   * apostrophe}
   *
   * @param field a field that is counted by name in the current format
   * @throws MissingFieldException if the format of this archive is older than the field
   * @throws IOException if the index cannot be read
   */
  public List<String> like(IndexField field, String name) throws IOException {
    return counts(field) ? ordinals(field).like(name) : likeTerms(field, name);
  }

  private List<String> likeTerms(IndexField field, String name) throws IOException {
    List<String> like = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, field.field());
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String other = term.utf8ToString();
        if (SameNames.areSame(name, other)) {
          like.add(other);
        }
      }
    }
    return like;
  }

  /**
   * {@return the ordinals of the values of a field that the owner of the archive has added}
   *
   * @param field a field of names, numbers or days
   * @throws IOException if the index cannot be read
   */
  public LabelOrdinals ordinals(OwnIndexField field) throws IOException {
    return ordinals(field.name());
  }

  private LabelOrdinals ordinals(String field) throws IOException {
    return (kept == null ? Kept.of(reader) : kept).ordinals().get(field);
  }

  /**
   * {@return an object that holds what is computed of this state, and is kept with it}
   *
   * @param type the type of the object, of which there is one
   * @param creation creates an object, which is thread-safe, when it is first requested
   */
  public <T> T kept(Class<T> type, Supplier<? extends T> creation) {
    return kept == null
        ? creation.get()
        : type.cast(kept.others().computeIfAbsent(type, first -> creation.get()));
  }

  /** {@return the fields that the owner of the archive has added} */
  public OwnFields ownFields() {
    return state.ownFields();
  }
}
