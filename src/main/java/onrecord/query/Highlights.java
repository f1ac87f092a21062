package onrecord.query;

import java.util.List;
import onrecord.model.Span;

/**
 * Where a query matched: in order and apart. Immutable.
 *
 * @param inQuotation the places in {@link onrecord.model.Quotation#text()} of what was asked for in
 *     {@link Target#QUOTE}
 * @param inArticle the same places in the article's text, and those of what was asked for in {@link
 *     Target#SENTENCE}; one that goes over several runs of the quotation is several here
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
