package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BitSet;

/** The articles of quotations, numbered as they occur and named by their ids. Not thread-safe. */
final class ArticleParts implements TableValues {

  private final Snapshot snapshot;
  private final List<String> ids = new ArrayList<>();

  ArticleParts(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public FacetValues.Segment segment(LeafReaderContext leaf) throws IOException {
    return new Articles(
        snapshot.articles(leaf), DocValues.getSorted(leaf.reader(), IndexField.ARTICLE_ID.field()));
  }

  /** The articles of a segment, whose quotations are consecutive. Not thread-safe. */
  private final class Articles implements FacetValues.Segment {
    private final BitSet ends;
    private final SortedDocValues idsByDoc;
    private int last = -1;

    Articles(BitSet ends, SortedDocValues idsByDoc) {
      this.ends = ends;
      this.idsByDoc = idsByDoc;
    }

    @Override
    public void visit(int doc, IntConsumer consumer) throws IOException {
      int end = ends.nextSetBit(doc);
      if (end != last) {
        last = end;
        if (!idsByDoc.advanceExact(doc)) {
          throw new CorruptIndexException("a quotation has no article", "doc values");
        }
        ids.add(idsByDoc.lookupOrd(idsByDoc.ordValue()).utf8ToString());
      }
      consumer.accept(ids.size() - 1);
    }
  }

  @Override
  public String name(int value) {
    return ids.get(value);
  }

  @Override
  public long place(int value) {
    return value;
  }
}
