package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.function.UnaryOperator;
import onrecord.model.Span;

/**
 * A text with the places in it where a query matched. Immutable.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="marked"}
 *
 * @param text the text
 * @param matches the places, in order and without overlaps
 */
public record MarkedText(String text, List<Span> matches) {

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if a place is not in the text, or begins before the end of the
   *     one before it
   */
  public MarkedText {
    requireNonNull(text, "text");
    matches = List.copyOf(matches);
    int end = 0;
    for (Span match : matches) {
      if (match.start() < end || match.end() > text.length()) {
        throw new IllegalArgumentException(
            "matches must be in order in a text of length "
                + text.length()
                + ", but were "
                + matches);
      }
      end = match.end();
    }
  }

  /**
   * {@return the text with a mark before and after each match; nothing is escaped}
   *
   * @param before the mark before a match
   * @param after the mark after a match
   */
  public String mark(String before, String after) {
    return mark(before, after, UnaryOperator.identity());
  }

  /**
   * {@return the text as HTML, in which each match is a {@code mark} element} Characters that have
   * a meaning in HTML are escaped, so that the text cannot contain an element of its own.
   */
  public String html() {
    return mark("<mark>", "</mark>", HtmlEscapers.htmlEscaper()::escape);
  }

  private String mark(String before, String after, UnaryOperator<String> escape) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Span match : matches) {
      marked.append(escape.apply(text.substring(at, match.start())));
      marked.append(before).append(escape.apply(match.in(text))).append(after);
      at = match.end();
    }
    return marked.append(escape.apply(text.substring(at))).toString();
  }
}
