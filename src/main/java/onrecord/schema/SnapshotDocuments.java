package onrecord.schema;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.model.Arrival;
import onrecord.model.Article;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles and quotations of a snapshot, by the numbers of their documents in all
 * segments. Not thread-safe.
 */
public final class SnapshotDocuments {

  private final Snapshot snapshot;
  private final List<LeafReaderContext> leaves;
  private final @Nullable SegmentDocuments[] segments;
  private final TextBuffer buffer = new TextBuffer();

  /** Creates a reader of a snapshot, which must stay open. */
  public SnapshotDocuments(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.leaves = snapshot.reader().leaves();
    this.segments = new SegmentDocuments[leaves.size()];
  }

  /**
   * {@return a quotation}
   *
   * @param doc the document of the quotation
   * @throws IOException if it cannot be read
   */
  public ReadQuotation quotation(int doc) throws IOException {
    int segment = ReaderUtil.subIndex(doc, leaves);
    return documents(segment)
        .quotation(doc - leaves.get(segment).docBase, articleOf(doc, leaves.get(segment)));
  }

  /**
   * {@return the values that are stored of the article of a quotation, since format 4 without its
   * text}
   *
   * @param quotation the document of the quotation
   * @throws IOException if it cannot be read
   */
  public Document valuesOfArticle(int quotation) throws IOException {
    int segment = ReaderUtil.subIndex(quotation, leaves);
    return documents(segment).values(articleOf(quotation, leaves.get(segment)));
  }

  /**
   * {@return the text of the article of a quotation}
   *
   * @param quotation the document of the quotation
   * @throws IOException if it cannot be read
   */
  public String textOfArticle(int quotation) throws IOException {
    int segment = ReaderUtil.subIndex(quotation, leaves);
    return documents(segment).text(articleOf(quotation, leaves.get(segment)));
  }

  private int articleOf(int quotation, LeafReaderContext leaf) throws IOException {
    return snapshot.articles(leaf).nextSetBit(quotation - leaf.docBase);
  }

  /**
   * {@return an article}
   *
   * @param doc the document of the article
   * @throws IOException if it cannot be read
   */
  public Article article(int doc) throws IOException {
    int segment = ReaderUtil.subIndex(doc, leaves);
    return documents(segment).article(doc - leaves.get(segment).docBase);
  }

  /**
   * {@return when an article came in; empty if it is not known}
   *
   * @param doc the document of the article
   * @throws IOException if it cannot be read
   */
  public Optional<Arrival> arrival(int doc) throws IOException {
    int segment = ReaderUtil.subIndex(doc, leaves);
    return documents(segment)
        .arrival(doc - leaves.get(segment).docBase)
        .map(ArrivalRecord::arrival);
  }

  private SegmentDocuments documents(int segment) throws IOException {
    @Nullable SegmentDocuments documents = segments[segment];
    if (documents == null) {
      documents = SegmentDocuments.of(snapshot, leaves.get(segment).reader(), buffer);
      segments[segment] = documents;
    }
    return documents;
  }
}
