package onrecord.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Concordance;
import onrecord.query.Concordance.Group;
import onrecord.query.ConcordanceRequest;
import onrecord.query.ConcordanceText;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.search.ConcordancePlace.Context;
import onrecord.search.Words.Word;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;

/**
 * Lists the places where a query matches, with the words around them. Memory is needed for the
 * lines that are returned and for each group. Not thread-safe.
 */
final class Concordancer {

  private final Words words;
  private final ConcordanceRequest request;
  private final Comparator<ConcordancePlace> order;
  private final TopN<ConcordancePlace> first;
  private final Map<List<String>, Grouped> groups = new HashMap<>();
  // The article last read; the quotations of an article are often consecutive.
  private String articleRead = "";
  private List<Word> wordsRead = List.of();

  /** The lines of a group: the first of them, and how many there are. */
  private record Grouped(ConcordancePlace first, long matches) {}

  Concordancer(Words words, ConcordanceRequest request) {
    this.words = words;
    this.request = request;
    this.order = ConcordancePlace.order(request.order());
    this.first = new TopN<>(order, request.limit());
  }

  Concordance list(Matches matches) throws IOException {
    HitReader reader =
        new HitReader(matches.snapshot(), Optional.of(matches.scope().query().unfiltered()));
    matches.forEachSegment((segment, docs) -> {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        matches.time().check();
        add(reader, segment.context().docBase + doc);
      }
    });
    return new Concordance(
        matches.scope().search().selection(),
        request,
        matches.size(),
        first.offered(),
        groups.values().stream()
            .sorted(Comparator.comparing(Grouped::first, order))
            .map(group -> new Group(group.first().line().group(), group.matches()))
            .toList(),
        first.inOrder().stream().map(ConcordancePlace::line).toList());
  }

  private void add(HitReader reader, int doc) throws IOException {
    Hit hit = reader.read(new ScoreDoc(doc, 0));
    List<Span> places = hit.highlights().inQuotation();
    if (places.isEmpty()) {
      return;
    }
    Quotation quotation = hit.quotation();
    boolean isInArticle = request.text() == ConcordanceText.ARTICLE;
    String text = isInArticle ? reader.textOfArticle(doc, quotation) : quotation.text();
    List<Word> all = isInArticle ? wordsOfArticle(hit.article().id(), text) : words.of(text);
    for (Span place : places) {
      Span match = isInArticle ? inArticle(place, quotation) : place;
      add(ConcordancePlace.of(request, hit, place, new Context(text, all, match)));
    }
  }

  private List<Word> wordsOfArticle(String id, String text) {
    if (!id.equals(articleRead)) {
      articleRead = id;
      wordsRead = words.of(text);
    }
    return wordsRead;
  }

  /** {@return a place in the article, with what interrupts it} */
  private static Span inArticle(Span place, Quotation quotation) throws IOException {
    List<Span> spans = Highlighting.inArticle(List.of(place), quotation.runs());
    if (spans.isEmpty()) {
      throw new CorruptIndexException(
          "place " + place + " is not in the runs " + quotation.runs(), "index");
    }
    return new Span(spans.getFirst().start(), spans.getLast().end());
  }

  private void add(ConcordancePlace place) {
    first.offer(place);
    if (request.groupedBy() == 0) {
      return;
    }
    groups.merge(
        place.line().group(),
        new Grouped(place, 1),
        (a, b) ->
            new Grouped(
                order.compare(a.first(), b.first()) <= 0 ? a.first() : b.first(),
                a.matches() + b.matches()));
    if (groups.size() > Concordance.MAX_GROUPS) {
      throw new InvalidSearchException(
          "a concordance can have at most "
              + Concordance.MAX_GROUPS
              + " groups; group it by fewer keys");
    }
  }
}
