package onrecord.schema;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
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
      new QueryBitSetProducer(new TermQuery(new Term(Schema.TYPE, Schema.ARTICLE)));

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Stamp stamp;
  private final Map<String, LabelOrdinals> ordinals;
  private final String id;

  private Snapshot(DirectoryReader reader, Stamp stamp, Map<String, LabelOrdinals> ordinals) {
    this.reader = reader;
    this.stamp = stamp;
    this.searcher = searcher(reader);
    this.ordinals = Map.copyOf(ordinals);
    this.id = id(reader);
  }

  private IndexSearcher searcher(DirectoryReader open) {
    return stamp.format() == Schema.FORMAT ? new IndexSearcher(open) : older(open);
  }

  /** {@return a searcher that refuses to look for what the archive's format does not have} */
  private IndexSearcher older(DirectoryReader open) {
    QueryVisitor check =
        new QueryVisitor() {
          @Override
          public boolean acceptField(String field) {
            requireField(field);
            return true;
          }

          @Override
          public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this;
          }
        };
    return new IndexSearcher(open) {
      @Override
      public Query rewrite(Query query) throws IOException {
        query.visit(check);
        return super.rewrite(query);
      }
    };
  }

  /**
   * Checks that the archive has a field.
   *
   * @throws IllegalArgumentException if its format is older than the field
   */
  public void requireField(String field) {
    int since = Schema.SINCE.getOrDefault(field, Schema.OLDEST_FORMAT);
    if (stamp.format() < since) {
      throw new IllegalArgumentException(
          "the archive has the format "
              + stamp.format()
              + ", but '"
              + field
              + "' is in archives since format "
              + since
              + "; 'onrecord upgrade' rebuilds it");
    }
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
    Map<String, LabelOrdinals> ordinals = new HashMap<>();
    for (String field : Schema.FACETS) {
      ordinals.put(field, new LabelOrdinals(reader, field));
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      ARTICLES.getBitSet(leaf);
    }
    return new Snapshot(reader, stamp, ordinals);
  }

  /**
   * {@return the same state without the numbers of its values, which are then made when asked for}
   */
  public Snapshot withoutNumbers() {
    return new Snapshot(reader, stamp, Map.of());
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

  /** {@return a searcher over the reader} */
  public IndexSearcher searcher() {
    return searcher;
  }

  /**
   * {@return a searcher that ends when its time is over}
   *
   * @param timeout tells when; what runs then gives what it has found, or throws {@link
   *     org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException}
   * @throws IOException if the index cannot be read
   */
  public IndexSearcher searcher(QueryTimeout timeout) throws IOException {
    IndexSearcher limited = searcher(ExitableDirectoryReader.wrap(reader, timeout));
    limited.setTimeout(timeout);
    return limited;
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
   * @throws IllegalArgumentException if the field is not counted by name, or not in the format of
   *     this archive
   * @throws IOException if the index cannot be read
   */
  public LabelOrdinals ordinals(String field) throws IOException {
    requireField(field);
    LabelOrdinals found = ordinals.get(field);
    if (found != null) {
      return found;
    }
    if (!Schema.FACETS.contains(field)) {
      throw new IllegalArgumentException("field " + field + " is no facet");
    }
    return new LabelOrdinals(reader, field);
  }
}
