package onrecord.schema;

import java.io.IOException;
import onrecord.query.Scoring;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Searches a snapshot. It rejects queries on fields that the archive's format lacks, and at a
 * timeout it keeps what has been collected.
 */
final class SnapshotSearcher extends IndexSearcher {

  private final Stamp stamp;
  private final @Nullable QueryTimeout timeout;
  private volatile boolean leftOff;

  /** Creates a searcher over a reader, with a timeout if one is given. */
  SnapshotSearcher(DirectoryReader reader, Stamp stamp, @Nullable QueryTimeout timeout) {
    super(reader);
    this.stamp = stamp;
    this.timeout = timeout;
    setSimilarity(new LeastLength(Scoring.LEAST_WORDS));
    if (timeout != null) {
      setTimeout(timeout);
    }
  }

  @Override
  public Query rewrite(Query query) throws IOException {
    if (stamp.format() < Schema.FORMAT) {
      query.visit(new FieldCheck());
    }
    return super.rewrite(query);
  }

  /** Catches the exception by which the reader ends a search, so that no collected hit is lost. */
  @Override
  protected void searchLeaf(
      LeafReaderContext segment, int first, int end, Weight weight, Collector collector)
      throws IOException {
    if (timeout == null) {
      super.searchLeaf(segment, first, end, weight, collector);
      return;
    }
    if (leftOff) {
      return;
    }
    Finishing finishing = new Finishing(collector);
    try {
      super.searchLeaf(segment, first, end, weight, finishing);
    } catch (ExitingReaderException e) {
      // The reader also ends a search when the thread is interrupted.
      if (!timeout.shouldExit()) {
        throw e;
      }
      leftOff = true;
      finishing.finish();
    }
  }

  @Override
  public boolean timedOut() {
    return leftOff || super.timedOut();
  }

  /** Finishes the collection in a segment whose search has ended early. */
  private static final class Finishing extends FilterCollector {
    private @Nullable LeafCollector begun;

    Finishing(Collector collector) {
      super(collector);
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
      LeafCollector begins = super.getLeafCollector(segment);
      begun = begins;
      return begins;
    }

    void finish() throws IOException {
      if (begun != null) {
        begun.finish();
      }
    }
  }

  private final class FieldCheck extends QueryVisitor {
    @Override
    public boolean acceptField(String field) {
      stamp.requireField(field);
      return true;
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
      return this;
    }
  }
}
