package onrecord.schema;

import java.util.Collection;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.query.OwnField;
import onrecord.query.OwnField.Owner;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Adds values to a document as the {@link Layout} of their field specifies. Not thread-safe. */
final class FieldWriter {

  /** Names are filtered by, which needs no norms. */
  private static final FieldType WORDS_OF_NAMES = wordsOfNames();

  /** The maximum length of the contents of an article as doc values. */
  private static final int MAX_DOC_VALUE = 16_384;

  private final Document document = new Document();
  private final Indexed source;

  private static FieldType wordsOfNames() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** Starts the document of a source. */
  FieldWriter(Indexed source) {
    this.source = source;
  }

  Document document() {
    return document;
  }

  /** Adds texts or names; a field of names has the name {@link Schema#UNKNOWN} if there is none. */
  void texts(IndexField field, Collection<String> values) {
    switch (field.layout().terms()) {
      case STEMS -> values.forEach(value -> text(field, value));
      case NAME -> names(field, values);
      case NONE -> values.forEach(value -> store(field.field(), value, field.layout().store()));
      case INTEGER, DECIMAL, DAYS -> throw unfit(field);
    }
  }

  private void text(IndexField field, String value) {
    store(field.field(), value, field.layout().store());
    if (source.owns(field)) {
      document.add(new TextField(field.terms(), value, Store.NO));
    }
  }

  /** Adds the terms of a text that has been analyzed. */
  void terms(IndexField field, TokenStream terms) {
    document.add(new TextField(field.terms(), terms));
  }

  /** Adds the contents of an article: as doc values, or as a stored value if they are long. */
  void article(Article article) {
    BytesRef contents = ArticleContents.write(article);
    // Whoever reads doc values reserves memory for the longest one.
    document.add(
        contents.length <= MAX_DOC_VALUE
            ? new BinaryDocValuesField(ArticleContents.FIELD, contents)
            : new StoredField(ArticleContents.LONG_FIELD, contents));
  }

  /** Adds a text without words, which has a length all the same. */
  void noText(IndexField field) {
    document.add(new TextField(field.terms(), "", Store.NO));
  }

  private void store(String field, String value, Store store) {
    if (stored(store) == Store.YES) {
      document.add(new StoredField(field, value));
    }
  }

  /** {@return whether a value is stored in this document, given whether it is stored at all} */
  private Store stored(Store store) {
    return source.stores() ? store : Store.NO;
  }

  private void names(IndexField field, Collection<String> values) {
    for (String value : values) {
      document.add(
          new StringField(
              field.field(), checked(field.field(), value), stored(field.layout().store())));
      if (field.hasWords() && !value.equals(Schema.UNKNOWN)) {
        document.add(new Field(field.words(), value, WORDS_OF_NAMES));
      }
    }
    if (values.isEmpty()) {
      document.add(new StringField(field.field(), Schema.UNKNOWN, Store.NO));
    }
    for (String value : values.isEmpty() ? List.of(Schema.UNKNOWN) : values) {
      countName(field, new BytesRef(value));
    }
  }

  private void countName(IndexField field, BytesRef name) {
    switch (field.layout().values()) {
      case NAMES -> document.add(new SortedSetDocValuesField(field.field(), name));
      case NAME -> document.add(new SortedDocValuesField(field.field(), name));
      case NONE -> {}
      case INTEGER, DECIMAL, BYTES -> throw unfit(field);
    }
  }

  /** Adds an integer. */
  void integer(IndexField field, long value) {
    if (field.layout().terms() == Layout.Terms.INTEGER) {
      document.add(new IntPoint(field.field(), Math.toIntExact(value)));
    }
    document.add(new NumericDocValuesField(field.field(), value));
  }

  /** Adds a decimal number. */
  void decimal(IndexField field, double value) {
    document.add(new DoubleField(field.field(), value, stored(field.layout().store())));
  }

  /** Adds bytes. */
  void bytes(IndexField field, BytesRef value) {
    if (field.layout().terms() == Layout.Terms.NAME) {
      document.add(new StringField(field.field(), SameWords.term(value), Store.NO));
    }
    IndexableField values =
        switch (field.layout().values()) {
          case BYTES -> new BinaryDocValuesField(field.field(), value);
          case NAME -> new SortedDocValuesField(field.field(), value);
          case NONE, NAMES, INTEGER, DECIMAL -> throw unfit(field);
        };
    document.add(values);
  }

  /** Adds the days of a date. */
  void days(IndexField field, PartialDate date) {
    document.add(
        new IntRange(
            field.field(),
            new int[] {(int) date.first().toEpochDay()},
            new int[] {(int) date.last().toEpochDay()}));
  }

  /**
   * Adds the fields that the owner of the archive has added to an article, a quotation or its
   * speaker.
   */
  void own(Owner owner, Fields fields) {
    fields
        .values()
        .forEach((name, values) -> {
          OwnIndexField field =
              new OwnIndexField(new OwnField(owner, name), values.getFirst().type());
          values.forEach(value -> own(field, value));
        });
  }

  private void own(OwnIndexField field, onrecord.model.FieldValue value) {
    String text = value.text();
    // Nothing but the document of a quotation has its fields and those of its speaker.
    if (source.stores() || field.field().owner() != Owner.ARTICLE) {
      document.add(new StoredField(field.name(), text));
    }
    switch (value.type()) {
      case TEXT -> {
        if (source.owns(field)) {
          document.add(new TextField(field.terms(), text, Store.NO));
        }
      }
      case NAME -> {
        document.add(new Field(field.words(), text, WORDS_OF_NAMES));
        wholeValue(field, text);
      }
      case NUMBER -> {
        document.add(new DoubleField(field.numbers(), value.number(), Store.NO));
        wholeValue(field, text);
      }
      case DAY -> {
        document.add(new IntField(field.numbers(), DateNumber.of(value.day()), Store.NO));
        wholeValue(field, text);
      }
    }
  }

  private void wholeValue(OwnIndexField field, String value) {
    document.add(new StringField(field.name(), checked(field.field().word(), value), Store.NO));
    document.add(new SortedSetDocValuesField(field.name(), new BytesRef(value)));
  }

  private String checked(String field, String value) {
    if (value.length() > IndexWriter.MAX_TERM_LENGTH / 3) {
      int length = new BytesRef(value).length;
      if (length > IndexWriter.MAX_TERM_LENGTH) {
        throw new IllegalArgumentException(
            field
                + " of "
                + source.name()
                + " must have at most "
                + IndexWriter.MAX_TERM_LENGTH
                + " bytes in UTF-8, but has "
                + length);
      }
    }
    return value;
  }

  private static IllegalStateException unfit(IndexField field) {
    return new IllegalStateException("the layout of field " + field + " does not fit its value");
  }
}
