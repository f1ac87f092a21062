package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * What an id, or the start of one, may denote. Immutable.
 *
 * @param id the id of an article or of a quotation
 * @param article the id of the article: the same for an article, that which contains it for a
 *     quotation
 */
public record Identified(String id, String article) {

  /** Validates that no component is null. */
  public Identified {
    requireNonNull(id, "id");
    requireNonNull(article, "article");
  }

  /** {@return whether this is a quotation} */
  public boolean isQuotation() {
    return !id.equals(article);
  }
}
