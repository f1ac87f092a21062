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
 * @param groups the groups of all matches, in the order of the lines; none unless requested
 * @param lines the lines, in the order that the request specifies
 */
public record Concordance(
    Selection selection,
    ConcordanceRequest request,
    long quotations,
    long matches,
    List<Group> groups,
    List<Line> lines) {

  /** The maximum number of groups. */
  public static final int MAX_GROUPS = 1_000_000;

  /** Copies the lists. */
  public Concordance {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    groups = List.copyOf(groups);
    lines = List.copyOf(lines);
  }

  /**
   * The matches that have some keys in common. Immutable.
   *
   * @param values the value of each key: words without case and accents, a name, or the day of
   *     publication in UTC; empty if there is no such word, and {@link Facet#UNKNOWN} if it is not
   *     known
   * @param matches the number of matches
   */
  public record Group(List<String> values, long matches) {
    /** Copies the list. */
    public Group {
      values = List.copyOf(values);
    }
  }

  /**
   * A match of the query. Immutable.
   *
   * @param left the words of the quotation, or of the article if requested, before it: at most as
   *     many as requested; may be empty
   * @param match the words that matched
   * @param right the words after it, likewise
   * @param group the values of the keys that lines of its group have in common; none unless
   *     requested
   * @param place the span of {@code match} in the quotation's text
   * @param quotation the quotation
   * @param article the article that contains it
   */
  public record Line(
      String left,
      String match,
      String right,
      List<String> group,
      Span place,
      Quotation quotation,
      ArticleReference article) {
    /** Validates that no component is null, and copies the list. */
    public Line {
      group = List.copyOf(group);
      requireNonNull(left, "left");
      requireNonNull(match, "match");
      requireNonNull(right, "right");
      requireNonNull(place, "place");
      requireNonNull(quotation, "quotation");
      requireNonNull(article, "article");
    }
  }
}
