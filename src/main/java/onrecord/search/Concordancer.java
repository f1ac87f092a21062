package onrecord.search;

import com.google.common.collect.Comparators;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onrecord.model.Published;
import onrecord.model.Span;
import onrecord.query.Concordance;
import onrecord.query.Concordance.Line;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.search.Words.Word;
import onrecord.text.Folding;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;

/** Lists the places where a query matches, with the words around them. Not thread-safe. */
final class Concordancer {

  private static final Comparator<Iterable<String>> WORD_BY_WORD =
      Comparators.lexicographical(Comparator.<String>naturalOrder());

  private final Words words;
  private final ConcordanceRequest request;
  private final TopN<Place> first;

  /** A line, with the words or names that it is sorted by. */
  private record Place(Line line, List<String> key) {}

  Concordancer(Words words, ConcordanceRequest request) {
    this.words = words;
    this.request = request;
    this.first = new TopN<>(order(request.order()), request.limit());
  }

  Concordance list(Matches matches) throws IOException {
    HitReader reader =
        new HitReader(matches.snapshot(), Optional.of(matches.scope().query().unfiltered()));
    matches.forEachSegment((segment, docs) -> {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        matches.time().check();
        add(reader.read(new ScoreDoc(segment.context().docBase + doc, 0)));
      }
    });
    return new Concordance(
        matches.scope().search().selection(),
        request,
        matches.size(),
        first.offered(),
        first.inOrder().stream().map(Place::line).toList());
  }

  private void add(Hit hit) {
    List<Span> places = hit.highlights().inQuotation();
    if (!places.isEmpty()) {
      List<Word> all = words.of(hit.quotation().text());
      places.forEach(place -> first.offer(place(hit, place, all)));
    }
  }

  private Place place(Hit hit, Span place, List<Word> all) {
    String text = hit.quotation().text();
    List<Word> before = all.stream().filter(word -> word.end() <= place.start()).toList();
    List<Word> after = all.stream().filter(word -> word.start() >= place.end()).toList();
    List<Word> left = before.subList(Math.max(0, before.size() - request.width()), before.size());
    List<Word> right = after.subList(0, Math.min(request.width(), after.size()));
    // If all words before or after the place fit, so do the marks before or after them.
    int start =
        left.size() == before.size() ? 0 : left.isEmpty() ? place.start() : left.getFirst().start();
    int end =
        right.size() == after.size()
            ? text.length()
            : right.isEmpty() ? place.end() : right.getLast().end();
    Line line =
        new Line(
            text.substring(start, place.start()).strip(),
            place.in(text),
            text.substring(place.end(), end).strip(),
            place,
            hit.quotation(),
            hit.article());
    return new Place(line, key(line, left, right));
  }

  private List<String> key(Line line, List<Word> left, List<Word> right) {
    return switch (request.order()) {
      case LEFT -> left.reversed().stream().map(Word::term).toList();
      case RIGHT -> right.stream().map(Word::term).toList();
      case SPEAKER -> List.of(Folding.fold(speaker(line)), speaker(line));
      case DATE -> List.of();
    };
  }

  private static Comparator<Place> order(ConcordanceOrder order) {
    Comparator<Place> by =
        switch (order) {
          case LEFT, RIGHT -> Comparator.comparing(Place::key, WORD_BY_WORD);
          case DATE -> Comparator.comparing(Concordancer::published, date());
          case SPEAKER ->
              Comparator.<Place, Boolean>comparing(p -> speaker(p.line()).equals(Facet.UNKNOWN))
                  .thenComparing(Place::key, WORD_BY_WORD);
        };
    return by.thenComparing(place -> place.line().article().id())
        .thenComparing(place -> place.line().quotation().runs().getFirst())
        .thenComparing(place -> place.line().place());
  }

  private static Comparator<Optional<Published>> date() {
    return Comparator.comparing(published -> published.map(Published::instant).orElse(Instant.MAX));
  }

  private static Optional<Published> published(Place place) {
    return place.line().article().published();
  }

  private static String speaker(Line line) {
    return line.quotation().speaker().name();
  }
}
