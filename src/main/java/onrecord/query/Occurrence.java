package onrecord.query;

import static java.util.Objects.requireNonNull;

import onrecord.model.Quotation;

/**
 * One of several quotations with the same words. Immutable.
 *
 * @param quotation the quotation as it was added
 * @param article the article that contains it
 */
public record Occurrence(Quotation quotation, ArticleReference article) {
  /** Validates that no component is null. */
  public Occurrence {
    requireNonNull(quotation, "quotation");
    requireNonNull(article, "article");
  }
}
