package onrecord.search;

import java.util.ArrayList;
import java.util.List;
import onrecord.model.Span;

/** Sums with the places where a query matched. */
final class Highlighting {

  private Highlighting() {}

  /** {@return the same places in order, those that overlap made one} */
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
   * {@return the places in the article of places in a quotation}
   *
   * @param spans places in the text of the quotation, in order
   * @param runs the runs of the quotation, which its text has joined by a space
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
