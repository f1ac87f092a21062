package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import onrecord.model.Published;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Occurrence;
import onrecord.query.Wordings;
import onrecord.query.Wordings.Wording;
import onrecord.query.WordingsRequest;
import onrecord.schema.IndexField;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;

/** Finds the wordings of quotations and how they spread. Not thread-safe. */
final class WordingFinder {

  private final SearchScope scope;
  private final Matches matches;
  private final WordingsRequest request;
  private final Chronology order;
  private final HitReader reader;

  WordingFinder(SearchScope scope, WordingsRequest request) throws IOException {
    this.scope = scope;
    this.matches = scope.selection();
    this.request = request;
    this.order = new Chronology(scope.snapshot());
    this.reader = new HitReader(scope.snapshot(), Optional.empty());
  }

  Wordings find(Words words) throws IOException {
    OptionalInt named = OptionalInt.empty();
    if (request.quotation().isPresent()) {
      named = OptionalInt.of(document(request.quotation().get()));
    }
    WordingGroups groups = WordingGroups.of(matches, words, request.similarity());
    List<WordingGroups.Group> all = groups.all();
    Predicate<WordingGroups.Group> isRequested =
        named.isPresent()
            ? groups.containing(named.getAsInt())
            : group -> group.articles() >= request.minimum() && group.words() >= request.words();
    List<WordingGroups.Group> requested = all.stream().filter(isRequested).toList();
    return new Wordings(
        scope.search().selection(),
        request,
        matches.size(),
        all.size(),
        requested.size(),
        wordings(groups, first(requested)));
  }

  private int document(String id) throws IOException {
    List<Integer> named = new ArrayList<>();
    matches
        .within(new TermQuery(new Term(IndexField.ID.field(), id)))
        .forEachSegment((segment, docs) -> addAll(segment, docs, named));
    if (named.isEmpty()) {
      throw new InvalidSearchException(
          "quotation must be one that the search finds, but '" + id + "' is not");
    }
    return named.getFirst();
  }

  private static void addAll(MatchingDocs segment, DocIdSetIterator docs, List<Integer> all)
      throws IOException {
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      all.add(segment.context().docBase + doc);
    }
  }

  /** {@return as many groups as requested, in order} */
  private List<WordingGroups.Group> first(List<WordingGroups.Group> requested) throws IOException {
    Map<Integer, WordingGroups.Group> byFirst = new HashMap<>();
    requested.forEach(group -> byFirst.put(group.first(), group));
    List<WordingGroups.Group> inOrder = new ArrayList<>();
    for (int first : order.ordered(byFirst.keySet())) {
      inOrder.add(byFirst.getOrDefault(first, requested.getFirst()));
    }
    return inOrder.stream()
        .sorted(
            Comparator.comparingInt((WordingGroups.Group group) -> -group.articles())
                .thenComparingInt(group -> -group.quotations()))
        .limit(request.limit())
        .toList();
  }

  private List<Wording> wordings(WordingGroups groups, List<WordingGroups.Group> chosen)
      throws IOException {
    Map<WordingGroups.Group, List<Integer>> documents = groups.documents(chosen);
    List<Wording> wordings = new ArrayList<>();
    for (WordingGroups.Group group : chosen) {
      scope.time().check();
      wordings.add(wording(group, documents.getOrDefault(group, List.of())));
    }
    return wordings;
  }

  private Wording wording(WordingGroups.Group group, List<Integer> docs) throws IOException {
    FixedBitSet set = new FixedBitSet(Math.max(1, scope.snapshot().reader().maxDoc()));
    docs.forEach(set::set);
    FacetCounter counter = scope.matches(new DocumentsQuery(set)).counter();
    List<Integer> inOrder = order.ordered(docs);
    List<Occurrence> occurrences = new ArrayList<>();
    for (int doc : inOrder.subList(0, Math.min(inOrder.size(), request.occurrences()))) {
      scope.time().check();
      occurrences.add(occurrence(doc));
    }
    return new Wording(
        group.quotations(),
        group.articles(),
        counts(counter, FacetRequest.top(Facet.SPEAKER, Integer.MAX_VALUE)),
        counts(counter, FacetRequest.top(Facet.OUTLET, Integer.MAX_VALUE)),
        counts(counter, FacetRequest.by(Facet.PUBLISHED, DateLevel.DAY)),
        last(inOrder),
        occurrences);
  }

  private static List<FacetCount> counts(FacetCounter counter, FacetRequest request)
      throws IOException {
    return counter.count(request).counts();
  }

  private Occurrence occurrence(int doc) throws IOException {
    Hit hit = reader.read(new ScoreDoc(doc, 0));
    return new Occurrence(hit.quotation(), hit.article());
  }

  private Optional<Published> last(List<Integer> inOrder) throws IOException {
    for (int doc : inOrder.reversed()) {
      if (order.isDated(doc)) {
        return occurrence(doc).article().published();
      }
    }
    return Optional.empty();
  }
}
