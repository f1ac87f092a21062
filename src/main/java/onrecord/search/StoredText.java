package onrecord.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import onrecord.model.Span;
import onrecord.model.SpeakerType;
import onrecord.schema.IndexField;
import onrecord.schema.QuotationDocument;
import onrecord.schema.Snapshot;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Reads the texts of the documents of a segment as they were indexed. Not thread-safe. */
final class StoredText {

  private static final Set<String> TEXT = Set.of(IndexField.TEXT.field());
  private static final Set<String> PRINTED =
      Set.of(
          IndexField.SPEAKER_PRINTED.field(),
          IndexField.SPEAKER_TYPE.field(),
          IndexField.SPEAKER.field());
  private static final Set<String> SENTENCE = Set.of(IndexField.SENTENCE_RUNS.field());

  private final Snapshot snapshot;
  private final IndexField field;
  private final LeafReaderContext leaf;
  private final StoredFields stored;
  // The article last read; the quotations of an article are consecutive.
  private int articleRead = -1;
  private @Nullable String textRead;

  StoredText(Snapshot snapshot, IndexField field, LeafReaderContext leaf) throws IOException {
    this.snapshot = snapshot;
    this.field = field;
    this.leaf = leaf;
    this.stored = leaf.reader().storedFields();
  }

  /** {@return the text of a document of the segment, or null if it has none} */
  @Nullable String read(int doc) throws IOException {
    return switch (field) {
      case SENTENCE -> sentences(doc);
      case SPEAKER_PRINTED -> printed(doc);
      default -> stored.document(doc, Set.of(field.field())).get(field.field());
    };
  }

  /** {@return the name of the speaker as it is printed, which is the name unless it differs} */
  private @Nullable String printed(int doc) throws IOException {
    Document document = stored.document(doc, PRINTED);
    @Nullable String printed = document.get(IndexField.SPEAKER_PRINTED.field());
    boolean isKnown =
        !SpeakerType.UNKNOWN.name().equals(document.get(IndexField.SPEAKER_TYPE.field()));
    return printed == null && isKnown ? document.get(IndexField.SPEAKER.field()) : printed;
  }

  private @Nullable String sentences(int doc) throws IOException {
    Document document = stored.document(doc, SENTENCE);
    @Nullable BitSet articles = snapshot.articles().getBitSet(leaf);
    if (document.get(IndexField.SENTENCE_RUNS.field()) == null || articles == null) {
      return null;
    }
    int article = articles.nextSetBit(doc);
    if (article != articleRead) {
      articleRead = article;
      textRead = stored.document(article, TEXT).get(IndexField.TEXT.field());
    }
    List<Span> sentences = QuotationDocument.readSentences(document);
    @Nullable String text = textRead;
    int length = text == null ? 0 : text.length();
    if (text == null || sentences.stream().anyMatch(span -> span.end() > length)) {
      throw new CorruptIndexException("sentences " + sentences + " are not in the text", "index");
    }
    return QuotationDocument.sentenceText(text, sentences);
  }
}
