package onrecord.schema;

import onrecord.model.Article;
import org.apache.lucene.util.BytesRef;

/**
 * The source of the document of an article.
 *
 * @param article the article
 * @param metadata what is kept of it besides
 * @param words the words of its text
 * @param sentenceWords the {@link SentenceWords} of its quotations
 */
record IndexedArticle(
    Article article, ArticleMetadata metadata, ArticleWords words, BytesRef sentenceWords)
    implements Indexed {

  @Override
  public String type() {
    return Schema.ARTICLE;
  }

  @Override
  public String name() {
    return "article " + article.id();
  }

  @Override
  public boolean stores() {
    return true;
  }

  @Override
  public boolean owns(IndexField field) {
    return field.isOfArticles();
  }

  @Override
  public boolean owns(OwnIndexField field) {
    return true;
  }

  /** {@return the terms of the text} */
  IndexedTerms terms() {
    return new IndexedTerms.Analyzed(words.tokens());
  }
}
