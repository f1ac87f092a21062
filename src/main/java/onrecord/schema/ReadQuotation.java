package onrecord.schema;

import java.util.List;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.ArticleReference;

/**
 * A quotation as it is read from an index. Immutable.
 *
 * @param quotation the quotation, equal to the one that was added
 * @param article the reference to its article
 * @param sentences the spans of the sentences of the article that contain it; none in format 1
 */
public record ReadQuotation(Quotation quotation, ArticleReference article, List<Span> sentences) {

  /** Copies the list. */
  public ReadQuotation {
    sentences = List.copyOf(sentences);
  }
}
