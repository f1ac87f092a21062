package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.model.Quotation;
import onrecord.model.Span;

/**
 * The places where a query matched the words of quotations, each with the words around it. A query
 * that asks for no words of the quotation, such as for a speaker alone, has none. Immutable.
 *
 * @param request what was asked for
 * @param quotations how many quotations match; exact
 * @param matches how many places in them do, of which {@code lines} may hold only the first; exact
 * @param lines the places, in the order the request tells
 */
public record Concordance(
    ConcordanceRequest request, long quotations, long matches, List<Line> lines) {
  /** Copies the list. */
  public Concordance {
    requireNonNull(request, "request");
    lines = List.copyOf(lines);
  }

  /**
   * One place where the query matched. Immutable.
   *
   * @param left the words of the quotation before it, no more than asked for; may be empty
   * @param match the words that matched
   * @param right the words of the quotation behind it, no more than asked for; may be empty
   * @param place where {@code match} stands in the quotation's text
   * @param quotation the quotation
   * @param article where it stands
   */
  public record Line(
      String left,
      String match,
      String right,
      Span place,
      Quotation quotation,
      ArticleReference article) {
    /** Checks that no part is null. */
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
