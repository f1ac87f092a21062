package onrecord.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.text.Folding;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;

/** Puts fields into a document. Not thread-safe. */
final class FieldWriter {

  private static final FieldType STORED_WORDS = words(TextField.TYPE_STORED);
  private static final FieldType WORDS = words(TextField.TYPE_NOT_STORED);

  /** As many code units as surely fit, with three bytes each. */
  private static final int LONGEST_KEY = IndexWriter.MAX_TERM_LENGTH / 3;

  private final Document document = new Document();
  private final String owner;

  /** Starts a document; {@code owner} is what it is called in messages. */
  FieldWriter(String owner) {
    this.owner = owner;
  }

  // Places are kept with the words, so that highlights need no second analysis of the text.
  private static FieldType words(FieldType like) {
    FieldType type = new FieldType(like);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  Document document() {
    return document;
  }

  void add(Field field) {
    document.add(field);
  }

  /** A text by stems and by words. */
  void text(String field, String value) {
    add(new Field(field, value, STORED_WORDS));
    add(new Field(Schema.exact(field), value, WORDS));
  }

  void unstoredText(String field, String value) {
    add(new Field(field, value, WORDS));
    add(new Field(Schema.exact(field), value, WORDS));
  }

  /** What tells texts with the same words from others. */
  void sameWords(String text) {
    BytesRef hash = new BytesRef(SameWords.hash(text));
    add(new StringField(Schema.SAME_WORDS, hash, Store.NO));
    add(new BinaryDocValuesField(Schema.SAME_WORDS, hash));
  }

  void stored(String field, String value) {
    add(new StoredField(field, value));
  }

  void name(String field, String value) {
    add(new StringField(field, checked(field, value), Store.YES));
  }

  /** A name, or the unknown one. */
  void name(String field, Optional<String> value) {
    value.ifPresentOrElse(
        name -> name(field, name), () -> add(new StringField(field, Schema.UNKNOWN, Store.NO)));
  }

  /** Names that are counted; the unknown one if there is none. */
  void facet(String field, Collection<String> values) {
    values.forEach(value -> name(field, value));
    countOnly(field, values);
    if (values.isEmpty()) {
      name(field, Optional.empty());
    }
  }

  void facet(String field, Optional<String> value) {
    facet(field, value.stream().toList());
  }

  void facet(String field, String value) {
    facet(field, List.of(value));
  }

  void unstoredFacet(String field, Optional<String> value) {
    add(new StringField(field, checked(field, value.orElse(Schema.UNKNOWN)), Store.NO));
    countOnly(field, value.stream().toList());
  }

  /** Names that are counted, and looked for by their words. */
  private void countOnly(String field, Collection<String> values) {
    if (Schema.NAMES_OF_WORDS.contains(field)) {
      values.stream()
          .filter(value -> !value.equals(Schema.UNKNOWN))
          .forEach(value -> add(new TextField(Schema.words(field), value, Store.NO)));
    }
    for (String value : values.isEmpty() ? List.of(Schema.UNKNOWN) : values) {
      add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }
  }

  /** A name to sort by: without case and accents, and where names are equal so, as it is. */
  void order(String field, String name) {
    String key = Folding.fold(name) + '\0' + name;
    String kept = key.substring(0, Math.min(key.length(), LONGEST_KEY));
    add(new SortedDocValuesField(field, new BytesRef(kept)));
  }

  /** The fields that both kinds of document have. */
  void article(String type, Article article) {
    add(new StringField(Schema.TYPE, type, Store.YES));
    name(Schema.ARTICLE_ID, article.id());
    add(new SortedDocValuesField(Schema.ARTICLE_ID, new BytesRef(article.id())));
    text(Schema.TITLE, article.title());
    article.published().ifPresent(p -> stored(Schema.PUBLISHED, p.toString()));
    name(Schema.DATE, article.published().map(p -> p.day().toString()));
    int day = article.published().map(p -> DateNumber.of(p.day())).orElse(DateNumber.UNKNOWN);
    add(new IntPoint(Schema.DATE_NUMBER, day));
    add(new NumericDocValuesField(Schema.DATE_NUMBER, day));
    article.published().ifPresent(p -> add(new NumericDocValuesField(Schema.DATE_ORDER, order(p))));
    facet(Schema.OUTLET, article.outlet());
    facet(Schema.SECTION, article.section());
    facet(Schema.LANGUAGE, article.language());
    facet(Schema.AUTHOR, article.authors());
    facet(Schema.TAG, article.tags());
    article.url().ifPresent(url -> stored(Schema.URL, url));
  }

  private static long order(Published published) {
    return DateNumber.of(published.day()) * 100_000L
        + published.time().map(time -> time.toSecondOfDay()).orElse(0);
  }

  private String checked(String field, String value) {
    if (value.length() > IndexWriter.MAX_TERM_LENGTH / 3) {
      int length = new BytesRef(value).length;
      if (length > IndexWriter.MAX_TERM_LENGTH) {
        throw new IllegalArgumentException(
            field
                + " of "
                + owner
                + " must have at most "
                + IndexWriter.MAX_TERM_LENGTH
                + " bytes in UTF-8, but has "
                + length);
      }
    }
    return value;
  }
}
