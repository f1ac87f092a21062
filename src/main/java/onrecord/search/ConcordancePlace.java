package onrecord.search;

import com.google.common.collect.Comparators;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.model.Published;
import onrecord.model.Span;
import onrecord.query.Concordance.Line;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.search.Words.Word;
import onrecord.text.Folding;

/**
 * A line of a concordance with the keys that it is sorted by. Immutable.
 *
 * @param line the line
 * @param keys the words, or what is compared like words, of each key; empty for a date
 */
record ConcordancePlace(Line line, List<List<String>> keys) {

  private static final Comparator<Iterable<String>> WORD_BY_WORD =
      Comparators.lexicographical(Comparator.<String>naturalOrder());

  /**
   * A text around a match.
   *
   * @param text the text
   * @param words the words of the text
   * @param match the match in it
   */
  record Context(String text, List<Word> words, Span match) {

    /** {@return the words before the match, at most so many} */
    List<Word> left(int most) {
      int end = count(Bound.ENDED, match.start());
      return words.subList(Math.max(0, end - most), end);
    }

    /** {@return the words after the match, at most so many} */
    List<Word> right(int most) {
      int start = count(Bound.STARTED, match.end());
      return words.subList(start, (int) Math.min(words.size(), (long) start + most));
    }

    List<Word> matched() {
      return words.subList(count(Bound.ENDED, match.start()), count(Bound.STARTED, match.end()));
    }

    private enum Bound {
      ENDED,
      STARTED
    }

    /** {@return the number of words that have ended at, or started before, an index} */
    private int count(Bound bound, int at) {
      int low = 0;
      int high = words.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        Word word = words.get(middle);
        if (bound == Bound.ENDED ? word.end() <= at : word.start() < at) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /** {@return the line of a match in a quotation} */
  static ConcordancePlace of(ConcordanceRequest request, Hit hit, Span place, Context context) {
    List<Word> left = context.left(request.width());
    List<Word> right = context.right(request.width());
    String text = context.text();
    Span match = context.match();
    boolean isAllLeft = left.size() == context.left(Integer.MAX_VALUE).size();
    boolean isAllRight = right.size() == context.right(Integer.MAX_VALUE).size();
    // If all words before or after the place fit, so do the marks before or after them.
    int start = isAllLeft ? 0 : left.isEmpty() ? match.start() : left.getFirst().start();
    int end = isAllRight ? text.length() : right.isEmpty() ? match.end() : right.getLast().end();
    List<List<String>> keys = new ArrayList<>();
    List<String> group = new ArrayList<>();
    for (ConcordanceKey key : request.order()) {
      List<String> compared = key(key, hit, context, request.width());
      keys.add(compared);
      if (group.size() < request.groupedBy()) {
        group.add(value(key, hit, compared));
      }
    }
    Line line =
        new Line(
            text.substring(start, match.start()).strip(),
            match.in(text),
            text.substring(match.end(), end).strip(),
            group,
            place,
            hit.quotation(),
            hit.article());
    return new ConcordancePlace(line, keys);
  }

  private static List<String> key(ConcordanceKey key, Hit hit, Context context, int width) {
    return switch (key) {
      case ConcordanceKey.WordAt word -> terms(wordAt(context, word.position()));
      case ConcordanceOrder order ->
          switch (order) {
            case LEFT -> terms(context.left(width).reversed());
            case RIGHT -> terms(context.right(width));
            case MATCH -> terms(context.matched());
            case DATE -> List.of();
            case SPEAKER -> name(hit.quotation().speaker().name());
            case OUTLET -> name(hit.article().outlet().orElse(Facet.UNKNOWN));
          };
    };
  }

  /** {@return the word at a position, or none} */
  private static List<Word> wordAt(Context context, int position) {
    int distance = Math.abs(position);
    List<Word> words = position < 0 ? context.left(distance) : context.right(distance);
    return words.size() < distance
        ? List.of()
        : List.of(position < 0 ? words.getFirst() : words.getLast());
  }

  private static List<String> terms(List<Word> words) {
    return words.stream().map(Word::term).toList();
  }

  /** {@return a name as it is compared: the unknown one last, ignoring case and accents first} */
  private static List<String> name(String name) {
    return List.of(name.equals(Facet.UNKNOWN) ? "1" : "0", Folding.fold(name), name);
  }

  private static String value(ConcordanceKey key, Hit hit, List<String> compared) {
    if (key == ConcordanceOrder.DATE) {
      return hit.article()
          .published()
          .map(published -> LocalDate.ofInstant(published.instant(), ZoneOffset.UTC).toString())
          .orElse(Facet.UNKNOWN);
    }
    return key == ConcordanceOrder.SPEAKER || key == ConcordanceOrder.OUTLET
        ? compared.getLast()
        : compared.stream().collect(Collectors.joining(" "));
  }

  /** {@return the order of lines by keys} */
  static Comparator<ConcordancePlace> order(List<ConcordanceKey> keys) {
    Comparator<ConcordancePlace> order = Comparator.comparingInt(place -> 0);
    for (int i = 0; i < keys.size(); i++) {
      int at = i;
      order =
          keys.get(i) == ConcordanceOrder.DATE
              ? order.thenComparing(ConcordancePlace::moment)
              : order.thenComparing(place -> place.keys().get(at), WORD_BY_WORD);
    }
    return order
        .thenComparing(place -> place.line().article().id())
        .thenComparing(place -> place.line().quotation().runs().getFirst())
        .thenComparing(place -> place.line().place());
  }

  private Instant moment() {
    Optional<Published> published = line.article().published();
    return published.map(Published::instant).orElse(Instant.MAX);
  }
}
