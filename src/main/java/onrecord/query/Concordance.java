package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.model.Quotation;
import onrecord.model.Span;

/**
 * The places where a query matched words of quotations, each with the words around it. A query that
 * contains no words of the quotation, such as a query for a speaker, has no lines. Immutable.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that this concordance answers
 * @param quotations the number of quotations that match; exact
 * @param matches the number of matches in them, of which {@code lines} may contain only the first;
 *     exact
 * @param lines the lines, in the order that the request specifies
 */
public record Concordance(
    Selection selection,
    ConcordanceRequest request,
    long quotations,
    long matches,
    List<Line> lines) {
  /** Copies the list. */
  public Concordance {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    lines = List.copyOf(lines);
  }

  /**
   * A match of the query. Immutable.
   *
   * @param left the words of the quotation before it, at most as many as requested; may be empty
   * @param match the words that matched
   * @param right the words of the quotation after it, at most as many as requested; may be empty
   * @param place the span of {@code match} in the quotation's text
   * @param quotation the quotation
   * @param article the article that contains it
   */
  public record Line(
      String left,
      String match,
      String right,
      Span place,
      Quotation quotation,
      ArticleReference article) {
    /** Validates that no component is null. */
    public Line {
      requireNonNull(left, "left");
      requireNonNull(match, "match");
      requireNonNull(right, "right");
      requireNonNull(place, "place");
      requireNonNull(quotation, "quotation");
      requireNonNull(article, "article");
    }
  }
}
