package onrecord.query;

import java.util.List;
import onrecord.model.Span;

/**
 * The places where a query matched, in order and without overlaps. Immutable.
 *
 * @param inQuotation the spans in {@link onrecord.model.Quotation#text()} that match patterns with
 *     the target {@link Target#QUOTE}
 * @param inArticle the corresponding spans in the article's text, and those that match patterns
 *     with the target {@link Target#SENTENCE}; a match that extends over several runs of the
 *     quotation has several spans here
 */
public record Highlights(List<Span> inQuotation, List<Span> inArticle) {

  /** No highlights. */
  public static final Highlights NONE = new Highlights(List.of(), List.of());

  /** Copies the lists. */
  public Highlights {
    inQuotation = List.copyOf(inQuotation);
    inArticle = List.copyOf(inArticle);
  }
}
