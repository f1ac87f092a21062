package onrecord.query;

import static java.util.Objects.requireNonNull;

import onrecord.model.Quotation;

/**
 * A quotation with the same words as others. Immutable.
 *
 * @param quotation the quotation as it was added
 * @param article where it stands
 */
public record Occurrence(Quotation quotation, ArticleReference article) {
  /** Checks that no part is null. */
  public Occurrence {
    requireNonNull(quotation, "quotation");
    requireNonNull(article, "article");
  }
}
