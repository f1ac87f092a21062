package onrecord.index;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Quotation;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.SegmentDocuments;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredValue;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** A block of documents of a segment, which may be damaged. Not thread-safe. */
final class StoredBlock {

  private final SegmentDocuments documents;
  private final int first;
  private final int last;
  private final List<Document> stored = new ArrayList<>();
  private Optional<ArticleBlock> read = Optional.empty();

  /**
   * Reads what is stored in the documents of a block.
   *
   * @throws IOException if they cannot be read
   */
  StoredBlock(LeafReader segment, SegmentDocuments documents, int first, int last)
      throws IOException {
    this.documents = documents;
    this.first = first;
    this.last = last;
    StoredFields fields = segment.storedFields();
    for (int doc = first; doc <= last; doc++) {
      stored.add(fields.document(doc));
    }
  }

  int size() {
    return stored.size();
  }

  boolean endsWithArticle() {
    return Schema.ARTICLE.equals(stored.getLast().get(IndexField.TYPE.field()));
  }

  /**
   * {@return the id of the article of the last document}
   *
   * @throws IOException if it cannot be read
   */
  String articleId() throws IOException {
    return documents.articleId(last);
  }

  /**
   * {@return the article with its quotations}
   *
   * @throws IOException if a document cannot be read
   */
  ArticleBlock read() throws IOException {
    ArticleBlock block = ArticleBlock.read(documents, first, last);
    read = Optional.of(block);
    return block;
  }

  /**
   * {@return whether the block may have been indexed from other text than is read from it} An
   * unpaired surrogate is read as U+FFFD, but may have been analyzed otherwise. The block must have
   * been read.
   */
  boolean hasReplacedText() {
    ArticleBlock block = read.orElseThrow();
    return Stream.concat(Stream.of(block.article()), block.quotations().stream())
        .anyMatch(part -> part.toString().indexOf('\uFFFD') >= 0);
  }

  /** {@return what is stored in one of the documents, but not in another one, or the reverse} */
  Set<String> difference(Document expected, int position) {
    return Set.copyOf(Sets.symmetricDifference(stored(expected), stored(stored.get(position))));
  }

  private static Set<String> stored(Document document) {
    return document.getFields().stream()
        .filter(field -> field.fieldType().stored())
        .map(field -> field.name() + "=" + value(field))
        .collect(Collectors.toSet());
  }

  private static String value(IndexableField field) {
    StoredValue value = field.storedValue();
    return switch (value.getType()) {
      // An index does not store unpaired surrogates.
      case STRING -> new BytesRef(value.getStringValue()).utf8ToString();
      case INTEGER -> Integer.toString(value.getIntValue());
      case LONG -> Long.toString(value.getLongValue());
      case FLOAT -> Float.toString(value.getFloatValue());
      case DOUBLE -> Double.toString(value.getDoubleValue());
      case BINARY ->
          SegmentDocuments.comparable(field.name(), value.getBinaryValue()).utf8ToString();
      case DATA_INPUT -> throw new IllegalStateException("field " + field.name() + " is a stream");
    };
  }

  /** {@return the name of one of the documents in messages; the block must have been read} */
  String name(int position) {
    List<Quotation> quotations = read.orElseThrow().quotations();
    return position < quotations.size()
        ? "quotation " + quotations.get(position).id()
        : "its own document";
  }
}
