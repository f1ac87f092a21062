package onrecord.search;

import com.google.common.collect.Comparators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.query.CountedBy;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.schema.DateNumber;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import onrecord.text.Folding;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of a facet among the quotations found, and the articles that contain them.
 * Immutable.
 */
final class FacetCounter {

  private static final int VALUES_BETWEEN_CHECKS = 1_000;

  private final Snapshot snapshot;
  private final List<MatchingDocs> found;
  private final TimeLimit time;

  FacetCounter(Snapshot snapshot, FacetsCollector found) {
    this(snapshot, found, TimeLimit.NONE);
  }

  /** Counts within a time limit, which is also that of the snapshot's reader. */
  FacetCounter(Snapshot snapshot, FacetsCollector found, TimeLimit time) {
    this.snapshot = snapshot;
    this.time = time;
    this.found =
        found.getMatchingDocs().stream().filter(matching -> matching.totalHits() > 0).toList();
  }

  /** Visits quotations one by one: all of an article, then all of the next. */
  private interface Visitor {
    /**
     * Visits a quotation.
     *
     * @param doc its document in the segment
     * @param article the document of its article in the whole index
     */
    void visit(int doc, int article) throws IOException;
  }

  private void visit(MatchingDocs matching, Visitor visitor) throws IOException {
    BitSet articles = articles(matching.context());
    int base = matching.context().docBase;
    int article = -1;
    DocIdSetIterator docs = matching.bits().iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (doc > article) {
        article = articles.nextSetBit(doc);
      }
      visitor.visit(doc, base + article);
    }
  }

  private BitSet articles(LeafReaderContext leaf) throws IOException {
    @Nullable BitSet articles = snapshot.articles().getBitSet(leaf);
    if (articles == null) {
      throw new IllegalStateException("a segment has quotations, but no article");
    }
    return articles;
  }

  /** {@return the number of quotations found} */
  long quotations() {
    return found.stream().mapToLong(MatchingDocs::totalHits).sum();
  }

  /** {@return the number of articles that contain them} */
  long articles() throws IOException {
    Tally all = new Tally(1);
    for (MatchingDocs matching : found) {
      visit(matching, (doc, article) -> all.count(0, article));
    }
    return all.articles(0);
  }

  /** {@return the documents of these articles} */
  FixedBitSet articleDocs() throws IOException {
    FixedBitSet docs = new FixedBitSet(Math.max(1, snapshot.reader().maxDoc()));
    for (MatchingDocs matching : found) {
      visit(matching, (doc, article) -> docs.set(article));
    }
    return docs;
  }

  /** {@return all values of a facet that occur, in their order; dates by day} */
  Iterator<FacetCount> all(Facet facet) throws IOException {
    if (facet.isDate()) {
      return count(FacetRequest.by(facet, DateLevel.DAY)).counts().iterator();
    }
    FacetValues values = FacetValues.of(snapshot, facet);
    Tally tally = tally(values);
    return IntStream.range(0, tally.size())
        .filter(ordinal -> tally.quotations(ordinal) > 0)
        .mapToObj(ordinal -> count(values, tally, ordinal))
        .iterator();
  }

  private static FacetCount count(FacetValues values, Tally tally, int ordinal) {
    try {
      return new FacetCount(
          values.name(ordinal), tally.quotations(ordinal), tally.articles(ordinal));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FacetCounts count(FacetRequest request) throws IOException {
    return switch (request) {
      case FacetRequest.Labels labels -> labels(labels);
      case FacetRequest.Dates dates -> dates(dates);
    };
  }

  private FacetCounts labels(FacetRequest.Labels request) throws IOException {
    FacetValues facet = FacetValues.of(snapshot, request.facet());
    Tally tally = tally(facet);
    int[] present = present(facet, tally, request.prefix());
    List<Integer> first =
        IntStream.of(present)
            .boxed()
            .collect(
                Comparators.least(
                    Math.min(request.limit(), present.length),
                    Comparator.<Integer>comparingInt(ordinal ->
                            request.order() == CountedBy.QUOTATIONS
                                ? -tally.quotations(ordinal)
                                : -tally.articles(ordinal))
                        .thenComparing(Comparator.naturalOrder())));
    List<FacetCount> values = new ArrayList<>(first.size());
    for (int ordinal : first) {
      values.add(count(facet, tally, ordinal));
    }
    return new FacetCounts(request, quotations(), articles(), present.length, values);
  }

  /** {@return the ordinals of the values that occur and start with a prefix} */
  private int[] present(FacetValues facet, Tally tally, String prefix) throws IOException {
    String start = Folding.fold(prefix);
    IntStream.Builder ordinals = IntStream.builder();
    for (int ordinal = 0; ordinal < tally.size(); ordinal++) {
      if (ordinal % VALUES_BETWEEN_CHECKS == 0) {
        time.check();
      }
      if (tally.quotations(ordinal) > 0
          && (start.isEmpty() || Folding.fold(facet.name(ordinal)).startsWith(start))) {
        ordinals.add(ordinal);
      }
    }
    return ordinals.build().toArray();
  }

  /** {@return the counts of the values of a facet by their ordinals} */
  Tally tally(FacetValues facet) throws IOException {
    Tally tally = new Tally(facet.size());
    for (MatchingDocs matching : found) {
      FacetValues.Segment values = facet.segment(matching.context());
      visit(
          matching, (doc, article) -> values.visit(doc, ordinal -> tally.count(ordinal, article)));
    }
    return tally;
  }

  private FacetCounts dates(FacetRequest.Dates request) throws IOException {
    Map<Integer, Tally> counts = new TreeMap<>(Comparator.comparingLong(FacetCounter::unknownLast));
    Tally all = new Tally(1);
    for (MatchingDocs matching : found) {
      NumericDocValues values =
          DocValues.getNumeric(
              matching.context().reader(), IndexField.of(request.facet()).countedIn().field());
      visit(
          matching,
          (doc, article) -> {
            int number = values.advanceExact(doc) ? (int) values.longValue() : DateNumber.UNKNOWN;
            if (isWithin(request, number)) {
              counts
                  .computeIfAbsent(roundedDown(number, request.level()), date -> new Tally(1))
                  .count(0, article);
              all.count(0, article);
            }
          });
    }
    Stream<FacetCount> values =
        counts.entrySet().stream()
            .map(entry ->
                new FacetCount(
                    name(entry.getKey()),
                    entry.getValue().quotations(0),
                    entry.getValue().articles(0)));
    return new FacetCounts(
        request, all.quotations(0), all.articles(0), counts.size(), values.toList());
  }

  private static long unknownLast(int number) {
    return number == DateNumber.UNKNOWN ? Long.MAX_VALUE : number;
  }

  private static boolean isWithin(FacetRequest.Dates request, int number) {
    return request.within().isEmpty()
        || (number >= DateNumber.of(request.within().get())
            && number <= DateNumber.last(request.within().get()));
  }

  private static int roundedDown(int number, DateLevel level) {
    return switch (level) {
      case YEAR -> DateNumber.year(number);
      case MONTH -> DateNumber.month(number);
      case DAY -> number;
    };
  }

  private static String name(int number) {
    return number == DateNumber.UNKNOWN ? Facet.UNKNOWN : DateNumber.toDate(number).toString();
  }
}
