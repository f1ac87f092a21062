package onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.query.Facet;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.schema.DateNumber;
import onrecord.schema.LabelOrdinals;
import onrecord.schema.Schema;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.LongValues;

/** Counts quotations by time. Not thread-safe. */
final class TimelineCounter {

  private final TimelineRequest request;
  private final Selection selection;

  TimelineCounter(TimelineRequest request, Selection selection) {
    this.request = request;
    this.selection = selection;
  }

  /**
   * {@return the timeline of the selection}
   *
   * @param looked all quotations that the search looks at
   */
  Timeline count(Selection looked) throws IOException {
    Tally tally = tally(selection);
    List<LocalDate> firsts = firsts(tally);
    Tally all = firsts.isEmpty() ? new Tally(request.step()) : tally(looked);
    List<Timeline.Part> parts =
        firsts.stream()
            .map(first ->
                new Timeline.Part(
                    request.step().name(first), first, tally.count(first), all.count(first)))
            .toList();
    return request.split().isEmpty()
        ? timeline(tally, parts, 0, List.of())
        : split(tally, parts, request.split().get());
  }

  private Timeline timeline(
      Tally tally, List<Timeline.Part> parts, int values, List<Timeline.Series> series) {
    return new Timeline(
        request, selection.size(), tally.undated, tally.imprecise, parts, values, series);
  }

  private List<LocalDate> firsts(Tally tally) {
    Optional<LocalDate> from = tally.counts.keySet().stream().min(Comparator.naturalOrder());
    Optional<LocalDate> to = tally.counts.keySet().stream().max(Comparator.naturalOrder());
    if (from.isEmpty() || to.isEmpty()) {
      return List.of();
    }
    List<LocalDate> firsts = new ArrayList<>();
    LocalDate first = from.get();
    for (int i = Timeline.parts(request.step(), first, to.get()); i > 0; i--) {
      firsts.add(first);
      first = request.step().next(first);
    }
    return firsts;
  }

  private Tally tally(Selection of) throws IOException {
    Tally tally = new Tally(request.step());
    of.forEachPart((part, docs) -> {
      NumericDocValues dates = dates(part);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        tally.add(date(dates, doc));
      }
    });
    return tally;
  }

  private Timeline split(Tally total, List<Timeline.Part> parts, Facet facet) throws IOException {
    LabelOrdinals names = selection.snapshot().ordinals(FacetCounter.field(facet));
    int[] counts = new FacetCounter(selection.snapshot(), selection.found()).labelCounts(names);
    Best<Integer> most =
        new Best<>(
            Comparator.<Integer>comparingInt(name -> -counts[name])
                .thenComparing(Comparator.naturalOrder()),
            request.series());
    IntStream.range(0, counts.length).filter(name -> counts[name] > 0).forEach(most::offer);
    List<Integer> chosen = most.inOrder();
    List<Tally> tallies = tallies(names, chosen);
    List<Timeline.Series> series = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Tally tally = tallies.get(i);
      series.add(
          new Timeline.Series(
              names.name(chosen.get(i)),
              counts[chosen.get(i)],
              tally.undated,
              tally.imprecise,
              parts.stream().map(part -> tally.count(part.first())).toList()));
    }
    return timeline(total, parts, most.offered(), series);
  }

  private List<Tally> tallies(LabelOrdinals names, List<Integer> chosen) throws IOException {
    int[] places = new int[names.size()];
    Arrays.fill(places, -1);
    List<Tally> tallies = new ArrayList<>();
    for (int name : chosen) {
      places[name] = tallies.size();
      tallies.add(new Tally(request.step()));
    }
    selection.forEachPart((part, docs) -> {
      NumericDocValues dates = dates(part);
      SortedSetDocValues values = names.values(part.context());
      LongValues numbers = names.globalNumbers(part.context());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (values.advanceExact(doc)) {
          int date = date(dates, doc);
          for (int i = values.docValueCount(); i > 0; i--) {
            int place = places[(int) numbers.get(values.nextOrd())];
            if (place >= 0) {
              tallies.get(place).add(date);
            }
          }
        }
      }
    });
    return tallies;
  }

  private NumericDocValues dates(MatchingDocs part) throws IOException {
    return DocValues.getNumeric(
        part.context().reader(),
        request.date() == Facet.PUBLISHED ? Schema.DATE_NUMBER : Schema.SAID_NUMBER);
  }

  private static int date(NumericDocValues dates, int doc) throws IOException {
    return dates.advanceExact(doc) ? (int) dates.longValue() : DateNumber.UNKNOWN;
  }

  /** Counts by the first day of the part a date lies in. */
  private static final class Tally {
    private final TimeStep step;
    private final Map<Integer, LocalDate> firsts = new HashMap<>();
    private final Map<LocalDate, long[]> counts = new HashMap<>();
    private long undated;
    private long imprecise;

    Tally(TimeStep step) {
      this.step = step;
    }

    void add(int date) {
      if (date == DateNumber.UNKNOWN) {
        undated++;
      } else if (isImprecise(date)) {
        imprecise++;
      } else {
        LocalDate first =
            firsts.computeIfAbsent(date, d -> step.first(DateNumber.toDate(d).first()));
        counts.computeIfAbsent(first, f -> new long[1])[0]++;
      }
    }

    private boolean isImprecise(int date) {
      return switch (step) {
        case DAY, WEEK -> date == DateNumber.month(date);
        case MONTH -> date == DateNumber.year(date);
        case YEAR -> false;
      };
    }

    long count(LocalDate first) {
      long[] count = counts.get(first);
      return count == null ? 0 : count[0];
    }
  }
}
