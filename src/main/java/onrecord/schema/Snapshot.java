package onrecord.schema;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
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

  private Snapshot(DirectoryReader reader, Stamp stamp, Map<String, LabelOrdinals> ordinals) {
    this.reader = reader;
    this.searcher = stamp.format() == Schema.FORMAT ? new IndexSearcher(reader) : older();
    this.stamp = stamp;
    this.ordinals = Map.copyOf(ordinals);
  }

  /** {@return a searcher that refuses to look for what the archive's format does not have} */
  private IndexSearcher older() {
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
    return new IndexSearcher(reader) {
      @Override
      public Query rewrite(Query query) throws IOException {
        query.visit(check);
        return super.rewrite(query);
      }
    };
  }

  private void requireField(String field) {
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

  /** {@return the reader} */
  public DirectoryReader reader() {
    return reader;
  }

  /** {@return a searcher over the reader} */
  public IndexSearcher searcher() {
    return searcher;
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
   */
  public LabelOrdinals ordinals(String field) {
    requireField(field);
    LabelOrdinals found = ordinals.get(field);
    if (found == null) {
      throw new IllegalArgumentException("field " + field + " is no facet");
    }
    return found;
  }
}
