package onrecord.query;

import java.util.List;
import onrecord.model.Quotation;
import onrecord.model.Span;

/**
 * Where a query matched the words of a quotation: in order and apart. Immutable.
 *
 * @param inQuotation the places in {@link Quotation#text()}
 * @param inArticle the same places in the article's text; one that goes over several runs of the
 *     quotation is several here
 */
public record Highlights(List<Span> inQuotation, List<Span> inArticle) {

  /** No places. */
  public static final Highlights NONE = new Highlights(List.of(), List.of());

  /** Copies the lists. */
  public Highlights {
    inQuotation = List.copyOf(inQuotation);
    inArticle = List.copyOf(inArticle);
  }
}
