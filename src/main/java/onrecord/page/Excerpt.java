package onrecord.page;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import onrecord.model.Span;
import onrecord.query.Hit;

/**
 * A quotation with the sentences around it, as part of a page: the words, who is mentioned, the cue
 * and the matches of the query are marked. Very long ones are shortened. Not thread-safe.
 */
final class Excerpt {

  /** The maximum number of characters before the words and after them. */
  private static final int AROUND = 600;

  /** The maximum number of characters of the whole. */
  private static final int MAX_LENGTH = 4_000;

  private final String text;
  private final int offset;
  private final Map<String, TreeMap<Integer, Integer>> marks = new TreeMap<>();
  private final int from;
  private final int to;

  private Excerpt(String text, int offset, Span words) {
    this.text = text;
    this.offset = offset;
    this.from = whole(Math.max(offset, words.start() - AROUND));
    this.to =
        whole(Math.min(offset + text.length(), Math.min(words.end() + AROUND, from + MAX_LENGTH)));
  }

  /** {@return the markup of the words of a hit in their context, if it has any} */
  static Markup of(Hit hit) {
    if (hit.context().isEmpty()) {
      String words = hit.quotation().text();
      Span whole = new Span(0, words.length());
      return new Excerpt(words, 0, whole)
          .mark("words", List.of(whole))
          .mark("match", hit.highlights().inQuotation())
          .markup();
    }
    List<Span> runs = hit.quotation().runs();
    Span words = new Span(runs.get(0).start(), runs.get(runs.size() - 1).end());
    return new Excerpt(hit.context().get().text(), hit.context().get().place().start(), words)
        .mark("words", runs)
        .mark("mention", hit.quotation().mention().stream().toList())
        .mark("cue", hit.quotation().cue().stream().toList())
        .mark("match", hit.highlights().inArticle())
        .markup();
  }

  private Excerpt mark(String style, List<Span> places) {
    TreeMap<Integer, Integer> known = new TreeMap<>();
    places.forEach(place -> known.put(place.start(), place.end()));
    marks.put(style, known);
    return this;
  }

  /** {@return a place that is not in the middle of a character} */
  private int whole(int place) {
    int index = place - offset;
    boolean middle =
        index > 0
            && index < text.length()
            && Character.isLowSurrogate(text.charAt(index))
            && Character.isHighSurrogate(text.charAt(index - 1));
    return middle ? place - 1 : place;
  }

  private Markup markup() {
    SortedSet<Integer> bounds = new TreeSet<>(List.of(from, to));
    marks
        .values()
        .forEach(places -> {
          bounds.addAll(places.keySet());
          bounds.addAll(places.values());
        });
    Markup markup = new Markup();
    if (from > offset) {
      markup.text("\u2026");
    }
    int start = from;
    for (int end : bounds.tailSet(from + 1)) {
      if (end > to) {
        break;
      }
      write(markup, start, end);
      start = end;
    }
    if (to < offset + text.length()) {
      markup.text("\u2026");
    }
    return markup;
  }

  private void write(Markup markup, int start, int end) {
    String part = text.substring(start - offset, end - offset);
    String styles =
        String.join(
            " ",
            marks.keySet().stream()
                .filter(style -> !style.equals("match") && isMarked(style, start))
                .toList());
    String element = isMarked("match", start) ? "mark" : styles.isEmpty() ? "" : "span";
    if (element.isEmpty()) {
      markup.text(part);
    } else if (styles.isEmpty()) {
      markup.element(element, part);
    } else {
      markup.element(element, part, "class", styles);
    }
  }

  private boolean isMarked(String style, int place) {
    Map.Entry<Integer, Integer> mark = marks.getOrDefault(style, new TreeMap<>()).floorEntry(place);
    return mark != null && place < mark.getValue();
  }
}
