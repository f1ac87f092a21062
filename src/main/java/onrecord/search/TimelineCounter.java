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
import onrecord.query.Facet;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.schema.DateNumber;
import onrecord.schema.IndexField;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** Counts quotations by time. Not thread-safe. */
final class TimelineCounter {

  private final TimelineRequest request;
  private final Matches matches;

  TimelineCounter(TimelineRequest request, Matches matches) {
    this.request = request;
    this.matches = matches;
  }

  /**
   * {@return the timeline of the matches}
   *
   * @param searched all quotations that the search includes, whether it finds them or not
   */
  Timeline count(Matches searched) throws IOException {
    DateTally tally = tally(matches);
    List<LocalDate> firsts = firsts(tally);
    DateTally all = firsts.isEmpty() ? new DateTally(request.step()) : tally(searched);
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
      DateTally tally, List<Timeline.Part> parts, int values, List<Timeline.Series> series) {
    return new Timeline(
        matches.scope().search().selection(),
        request,
        matches.size(),
        tally.undated,
        tally.imprecise,
        parts,
        values,
        series);
  }

  private List<LocalDate> firsts(DateTally tally) {
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

  private DateTally tally(Matches of) throws IOException {
    DateTally tally = new DateTally(request.step());
    of.forEachSegment((part, docs) -> {
      NumericDocValues dates = dates(part);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        tally.add(date(dates, doc));
      }
    });
    return tally;
  }

  private Timeline split(DateTally total, List<Timeline.Part> parts, Facet facet)
      throws IOException {
    FacetValues values = FacetValues.of(matches.snapshot(), facet);
    Tally counts = matches.counter().tally(values);
    TopN<Integer> most =
        new TopN<>(
            Comparator.<Integer>comparingInt(ordinal -> -counts.quotations(ordinal))
                .thenComparing(Comparator.naturalOrder()),
            request.series());
    counts.ordinals().forEach(most::offer);
    List<Integer> chosen = most.inOrder();
    List<DateTally> tallies = tallies(values, chosen);
    List<Timeline.Series> series = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      DateTally tally = tallies.get(i);
      series.add(
          new Timeline.Series(
              values.name(chosen.get(i)),
              counts.quotations(chosen.get(i)),
              tally.undated,
              tally.imprecise,
              parts.stream().map(part -> tally.count(part.first())).toList()));
    }
    return timeline(total, parts, most.offered(), series);
  }

  private List<DateTally> tallies(FacetValues facet, List<Integer> chosen) throws IOException {
    int[] places = new int[facet.size()];
    Arrays.fill(places, -1);
    List<DateTally> tallies = new ArrayList<>();
    for (int ordinal : chosen) {
      places[ordinal] = tallies.size();
      tallies.add(new DateTally(request.step()));
    }
    matches.forEachSegment((part, docs) -> {
      NumericDocValues dates = dates(part);
      FacetValues.Segment values = facet.segment(part.context());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int date = date(dates, doc);
        values.visit(
            doc,
            ordinal -> {
              if (places[ordinal] >= 0) {
                tallies.get(places[ordinal]).add(date);
              }
            });
      }
    });
    return tallies;
  }

  private NumericDocValues dates(MatchingDocs part) throws IOException {
    return DocValues.getNumeric(
        part.context().reader(),
        IndexField.of((Facet.Standard) request.date()).countedIn().field());
  }

  private static int date(NumericDocValues dates, int doc) throws IOException {
    return dates.advanceExact(doc) ? (int) dates.longValue() : DateNumber.UNKNOWN;
  }

  /** Counts by the first day of the period that contains a date. */
  private static final class DateTally {
    private final TimeStep step;
    private final Map<Integer, LocalDate> firsts = new HashMap<>();
    private final Map<LocalDate, long[]> counts = new HashMap<>();
    private long undated;
    private long imprecise;

    DateTally(TimeStep step) {
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
        case MONTH, QUARTER -> date == DateNumber.year(date);
        case YEAR, DECADE -> false;
      };
    }

    long count(LocalDate first) {
      long[] count = counts.get(first);
      return count == null ? 0 : count[0];
    }
  }
}
