package onrecord.schema;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexableField;

/** Reads the stored fields of a document. */
record FieldReader(Document document) {

  /**
   * {@return what is read from a document}
   *
   * @throws UncheckedIOException if it cannot be, since it is not what was written
   */
  static <T> T read(Document document, Function<FieldReader, T> reading) {
    try {
      return reading.apply(new FieldReader(document));
    } catch (RuntimeException e) {
      String place = "a document of article " + document.get(Schema.ARTICLE_ID);
      throw new UncheckedIOException(new CorruptIndexException("cannot be read", place, e));
    }
  }

  /** {@return a field each such document has} */
  String text(String field) {
    return optional(field).orElseThrow(() -> missing(field));
  }

  Optional<String> optional(String field) {
    return Optional.ofNullable(document.get(field));
  }

  List<String> texts(String field) {
    return List.of(document.getValues(field));
  }

  /** {@return a number each such document has} */
  double number(String field) {
    return Optional.ofNullable(document.getField(field))
        .map(IndexableField::numericValue)
        .orElseThrow(() -> missing(field))
        .doubleValue();
  }

  private IllegalStateException missing(String field) {
    return new IllegalStateException(
        "document of article "
            + document.get(Schema.ARTICLE_ID)
            + " has no stored field '"
            + field
            + "'");
  }
}
