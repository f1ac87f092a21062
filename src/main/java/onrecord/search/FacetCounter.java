package onrecord.search;

import com.google.common.collect.Comparators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.schema.DateNumber;
import onrecord.schema.LabelOrdinals;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.LongValues;

/** Counts the values of a facet among documents that were found. Immutable. */
final class FacetCounter {

  private final Snapshot snapshot;
  private final List<MatchingDocs> found;

  FacetCounter(Snapshot snapshot, FacetsCollector found) {
    this.snapshot = snapshot;
    this.found =
        found.getMatchingDocs().stream().filter(matching -> matching.totalHits() > 0).toList();
  }

  FacetCounts count(FacetRequest request) throws IOException {
    return switch (request) {
      case FacetRequest.Labels labels -> labels(labels);
      case FacetRequest.Dates dates -> dates(dates);
    };
  }

  private FacetCounts labels(FacetRequest.Labels request) throws IOException {
    LabelOrdinals ordinals = snapshot.ordinals(field(request.facet()));
    int[] counts = labelCounts(ordinals);
    int[] present = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    List<Integer> first =
        IntStream.of(present)
            .boxed()
            .collect(
                Comparators.least(
                    Math.min(request.limit(), present.length),
                    Comparator.<Integer>comparingInt(i -> -counts[i])
                        .thenComparing(Comparator.naturalOrder())));
    List<FacetCount> values = new ArrayList<>(first.size());
    for (int number : first) {
      values.add(new FacetCount(ordinals.name(number), counts[number]));
    }
    long quotations = found.stream().mapToLong(MatchingDocs::totalHits).sum();
    return new FacetCounts(request, quotations, present.length, values);
  }

  /** {@return how many of the documents have each name, by its number} */
  int[] labelCounts(LabelOrdinals ordinals) throws IOException {
    int[] counts = new int[ordinals.size()];
    for (MatchingDocs matching : found) {
      SortedSetDocValues values = ordinals.values(matching.context());
      LongValues numbers = ordinals.globalNumbers(matching.context());
      DocIdSetIterator docs = matching.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (values.advanceExact(doc)) {
          for (int i = values.docValueCount(); i > 0; i--) {
            counts[(int) numbers.get(values.nextOrd())]++;
          }
        }
      }
    }
    return counts;
  }

  private FacetCounts dates(FacetRequest.Dates request) throws IOException {
    Map<Integer, Long> counts = new TreeMap<>(Comparator.comparingLong(FacetCounter::unknownLast));
    long quotations = 0;
    for (MatchingDocs matching : found) {
      NumericDocValues values = numbers(request.facet(), matching);
      DocIdSetIterator docs = matching.bits().iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int number = values.advanceExact(doc) ? (int) values.longValue() : DateNumber.UNKNOWN;
        if (isWithin(request, number)) {
          counts.merge(roundedDown(number, request.level()), 1L, Long::sum);
          quotations++;
        }
      }
    }
    List<FacetCount> values =
        counts.entrySet().stream()
            .map(entry -> new FacetCount(name(entry.getKey()), entry.getValue()))
            .toList();
    return new FacetCounts(request, quotations, values.size(), values);
  }

  private static long unknownLast(int number) {
    return number == DateNumber.UNKNOWN ? Long.MAX_VALUE : number;
  }

  private static NumericDocValues numbers(Facet facet, MatchingDocs matching) throws IOException {
    return DocValues.getNumeric(
        matching.context().reader(),
        facet == Facet.PUBLISHED ? Schema.DATE_NUMBER : Schema.SAID_NUMBER);
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

  /** {@return the field that holds the names of a facet} */
  static String field(Facet facet) {
    return switch (facet) {
      case SPEAKER -> Schema.SPEAKER;
      case SPEAKER_TYPE -> Schema.SPEAKER_TYPE;
      case OUTLET -> Schema.OUTLET;
      case SECTION -> Schema.SECTION;
      case KIND -> Schema.KIND;
      case PUBLISHED, SAID -> throw new IllegalArgumentException(facet + " has no names");
    };
  }
}
