package onrecord.schema;

import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.query.OwnField.Owner;
import org.apache.lucene.document.Document;

/** Converts articles to documents and back. */
public final class ArticleDocument {

  private ArticleDocument() {}

  /**
   * {@return the document of an article}
   *
   * @throws IllegalArgumentException if a name is too long for the index
   */
  static Document of(IndexedArticle source) {
    FieldWriter document = new FieldWriter(source);
    for (IndexField field : IndexField.values()) {
      field.add(source, document);
    }
    // The lengths of all documents are read faster than those of some.
    document.noText(IndexField.QUOTE);
    document.article(source.article());
    document.own(Owner.ARTICLE, source.article().fields());
    AnnotationFields.add(source.metadata().annotations(), document.document());
    return document.document();
  }

  /**
   * {@return the version of the extractor that found the article's quotations; empty if they were
   * given}
   */
  public static Optional<String> extractor(Document document) {
    return new FieldReader(document).optional(IndexField.EXTRACTOR);
  }

  /**
   * {@return the article of a document of a format before 4, equal to the one that was added}
   *
   * @throws java.io.UncheckedIOException if the document is not the one that was written
   */
  static Article read(Document document) {
    return FieldReader.read(document, ArticleDocument::read);
  }

  private static Article read(FieldReader fields) {
    return new Article(
        fields.text(IndexField.ARTICLE_ID),
        fields.text(IndexField.TITLE),
        fields.text(IndexField.TEXT),
        fields.optional(IndexField.PUBLISHED).map(Published::parse),
        fields.optional(IndexField.OUTLET),
        fields.optional(IndexField.SECTION),
        fields.texts(IndexField.AUTHOR),
        fields.optional(IndexField.URL),
        fields.optional(IndexField.LANGUAGE),
        fields.texts(IndexField.TAG),
        fields.own(Owner.ARTICLE));
  }
}
