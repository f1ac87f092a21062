package onrecord.schema;

import com.google.common.hash.HashCode;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Published;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;

/** Turns an article into a document and back. */
public final class ArticleDocument {

  private ArticleDocument() {}

  /**
   * {@return the document of an article}
   *
   * @param extractor the version of the extractor that found its quotations, if one did
   * @param fingerprint the {@link Fingerprint} of both
   * @throws IllegalArgumentException if a name is too long for the index
   */
  public static Document of(Article article, Optional<String> extractor, HashCode fingerprint) {
    FieldWriter fields = new FieldWriter("article " + article.id());
    fields.article(Schema.ARTICLE, article);
    fields.text(Schema.TEXT, article.text());
    extractor.ifPresent(version -> fields.stored(Schema.EXTRACTOR, version));
    fields.add(new BinaryDocValuesField(Schema.FINGERPRINT, new BytesRef(fingerprint.asBytes())));
    return fields.document();
  }

  /** {@return the version of the extractor that found the article's quotations, if one did} */
  public static Optional<String> extractor(Document document) {
    return new FieldReader(document).optional(Schema.EXTRACTOR);
  }

  /**
   * {@return the article of a document that {@link #of} made, equal to the one it was given}
   *
   * @throws java.io.UncheckedIOException if it is not what was written
   */
  public static Article read(Document document) {
    return FieldReader.read(document, ArticleDocument::read);
  }

  private static Article read(FieldReader fields) {
    return new Article(
        fields.text(Schema.ARTICLE_ID),
        fields.text(Schema.TITLE),
        fields.text(Schema.TEXT),
        fields.optional(Schema.PUBLISHED).map(Published::parse),
        fields.optional(Schema.OUTLET),
        fields.optional(Schema.SECTION),
        fields.texts(Schema.AUTHOR),
        fields.optional(Schema.URL),
        fields.optional(Schema.LANGUAGE),
        fields.texts(Schema.TAG));
  }
}
