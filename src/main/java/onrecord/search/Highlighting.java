package onrecord.search;

import java.util.ArrayList;
import java.util.List;
import onrecord.model.Span;

/** Computations with the places where a query matches. */
final class Highlighting {

  private Highlighting() {}

  /** {@return the same places in order, with overlapping ones merged} */
  static List<Span> merge(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted().toList()) {
      if (!merged.isEmpty() && merged.getLast().overlaps(span)) {
        Span last = merged.removeLast();
        merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /**
   * {@return places in a quotation as places in the article}
   *
   * @param spans places in the text of the quotation, in order
   * @param runs the runs of the quotation, which are joined by a space in its text
   */
  static List<Span> inArticle(List<Span> spans, List<Span> runs) {
    List<Span> places = new ArrayList<>();
    for (Span span : spans) {
      int runStart = 0;
      for (Span run : runs) {
        int start = Math.max(span.start(), runStart);
        int end = Math.min(span.end(), runStart + run.length());
        if (start < end) {
          int shift = run.start() - runStart;
          places.add(new Span(start + shift, end + shift));
        }
        runStart += run.length() + 1;
      }
    }
    return places;
  }
}
