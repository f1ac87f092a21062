package onrecord.search;

import java.io.IOException;
import java.util.List;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.schema.IndexField;
import onrecord.schema.QuotationDocument;
import onrecord.schema.ReadQuotation;
import onrecord.schema.SegmentDocuments;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Reads the texts of the documents of a segment as they were indexed. Not thread-safe. */
final class StoredText {

  private final Snapshot snapshot;
  private final IndexField field;
  private final LeafReaderContext leaf;
  private final SegmentDocuments documents;

  StoredText(Snapshot snapshot, IndexField field, LeafReaderContext leaf) throws IOException {
    this.snapshot = snapshot;
    this.field = field;
    this.leaf = leaf;
    this.documents = new SegmentDocuments(leaf.reader(), snapshot.stamp());
  }

  /** {@return the text of a document of the segment, or null if it has none} */
  @Nullable String read(int doc) throws IOException {
    @Nullable BitSet articles = snapshot.articles().getBitSet(leaf);
    int article = articles == null ? DocIdSetIterator.NO_MORE_DOCS : articles.nextSetBit(doc);
    if (article == DocIdSetIterator.NO_MORE_DOCS || (article == doc) != field.isOfArticles()) {
      return null;
    }
    if (article == doc) {
      return field == IndexField.TEXT
          ? documents.text(doc)
          : documents.values(doc).get(field.field());
    }
    ReadQuotation quotation = documents.quotation(doc, article);
    return switch (field) {
      case SENTENCE -> sentences(quotation.sentences(), documents.text(article));
      case SPEAKER_DESCRIPTION -> quotation.quotation().speaker().description().orElse(null);
      case SPEAKER_PRINTED -> printed(quotation.quotation().speaker());
      default -> quotation.quotation().text();
    };
  }

  /** {@return the name of a speaker as it is printed, which is the name unless it differs} */
  private static @Nullable String printed(Speaker speaker) {
    return speaker.printed().orElse(speaker.isKnown() ? speaker.name() : null);
  }

  private static String sentences(List<Span> sentences, String text) throws IOException {
    if (sentences.stream().anyMatch(span -> span.end() > text.length())) {
      throw new CorruptIndexException("sentences " + sentences + " are not in the text", "index");
    }
    return QuotationDocument.sentenceText(text, sentences);
  }
}
