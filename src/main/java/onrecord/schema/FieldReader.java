package onrecord.schema;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onrecord.model.Fields;
import onrecord.query.OwnField.Owner;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexableField;

/** Reads the stored fields of a document. */
record FieldReader(Document document) {

  /**
   * {@return the value that is read from a document}
   *
   * @throws UncheckedIOException if the document is not one that was written
   */
  static <T> T read(Document document, Function<FieldReader, T> reading) {
    try {
      return reading.apply(new FieldReader(document));
    } catch (RuntimeException e) {
      String place = "a document of article " + document.get(IndexField.ARTICLE_ID.field());
      throw new UncheckedIOException(new CorruptIndexException("cannot be read", place, e));
    }
  }

  /** {@return the value of a field that every document of the type has} */
  String text(IndexField field) {
    return optional(field).orElseThrow(() -> missing(field));
  }

  Optional<String> optional(IndexField field) {
    return Optional.ofNullable(document.get(field.field()));
  }

  List<String> texts(IndexField field) {
    return List.of(document.getValues(field.field()));
  }

  /** {@return the number in a field that every document of the type has} */
  double number(IndexField field) {
    return Optional.ofNullable(document.getField(field.field()))
        .map(IndexableField::numericValue)
        .orElseThrow(() -> missing(field))
        .doubleValue();
  }

  /**
   * {@return the fields that the owner of the archive has added to an article, a quotation or its
   * speaker}
   */
  Fields own(Owner owner) {
    Fields.Builder fields = Fields.builder();
    for (IndexableField field : document.getFields()) {
      OwnIndexField.of(field.name())
          .filter(own -> own.field().owner() == owner)
          .ifPresent(own ->
              fields.add(
                  own.field().name(),
                  new onrecord.model.FieldValue(own.type(), requireNonNull(field.stringValue()))));
    }
    return fields.build();
  }

  private IllegalStateException missing(IndexField field) {
    return new IllegalStateException(
        "document of article "
            + document.get(IndexField.ARTICLE_ID.field())
            + " has no stored field '"
            + field.field()
            + "'");
  }
}
