package onrecord.schema;

import onrecord.model.Article;

/** The source of a document: an article or one of its quotations. */
sealed interface Indexed permits IndexedArticle, IndexedQuotation {

  /** {@return the article, or the article that contains the quotation} */
  Article article();

  /** {@return the value of {@link IndexField#TYPE}} */
  String type();

  /** {@return the name of the source in messages} */
  String name();

  /** {@return whether values are stored in this document} */
  boolean stores();

  /** {@return whether the words of a text are indexed in this document} */
  boolean owns(IndexField field);

  /** {@return whether the words of a text of the owner of the archive are indexed in it} */
  boolean owns(OwnIndexField field);
}
