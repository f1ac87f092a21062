package onrecord.schema;

import com.google.common.hash.HashCode;
import java.util.Optional;
import onrecord.model.Article;

/**
 * The source of the document of an article.
 *
 * @param article the article
 * @param extractor the version of the extractor that found its quotations; empty if they were given
 * @param fingerprint the {@link Fingerprint} of both
 */
record IndexedArticle(Article article, Optional<String> extractor, HashCode fingerprint)
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
}
