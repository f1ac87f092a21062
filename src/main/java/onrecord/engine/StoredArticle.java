package onrecord.engine;

import static java.util.Objects.requireNonNull;

import onrecord.model.Article;

/**
 * An article as it was read from an archive. Immutable.
 *
 * @param article the article
 * @param extractor the version of the extractor that found its quotations
 */
public record StoredArticle(Article article, String extractor) {

  /** Validates that no component is null. */
  public StoredArticle {
    requireNonNull(article, "article");
    requireNonNull(extractor, "extractor");
  }
}
