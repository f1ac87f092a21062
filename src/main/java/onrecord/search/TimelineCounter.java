package onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.query.Facet;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.schema.DateNumber;
import org.apache.lucene.index.LeafReaderContext;
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
    DocumentDates.require(matches.snapshot(), request.date());
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
      DocumentDates dates = dates(part.context());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int quotation = part.context().docBase + doc;
        dates.visit(doc, date -> tally.add(date, quotation));
      }
    });
    return tally;
  }

  private DocumentDates dates(LeafReaderContext leaf) throws IOException {
    return DocumentDates.of(matches.snapshot(), leaf, request.date());
  }

  private Timeline split(DateTally total, List<Timeline.Part> parts, Facet facet)
      throws IOException {
    MostFrequent values = MostFrequent.of(facet, request.series(), matches);
    List<DateTally> tallies = tallies(values);
    List<Timeline.Series> series = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      DateTally tally = tallies.get(i);
      series.add(
          new Timeline.Series(
              values.name(i),
              values.quotations(i),
              tally.undated,
              tally.imprecise,
              parts.stream().map(part -> tally.count(part.first())).toList()));
    }
    return timeline(total, parts, values.all(), series);
  }

  private List<DateTally> tallies(MostFrequent facet) throws IOException {
    List<DateTally> tallies =
        Stream.generate(() -> new DateTally(request.step())).limit(facet.size()).toList();
    matches.forEachSegment((part, docs) -> {
      DocumentDates dates = dates(part.context());
      FacetValues.Segment values = facet.segment(part.context());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int quotation = part.context().docBase + doc;
        List<DateTally> ofValues = new ArrayList<>();
        values.visit(doc, value -> ofValues.add(tallies.get(value)));
        dates.visit(doc, date -> ofValues.forEach(tally -> tally.add(date, quotation)));
      }
    });
    return tallies;
  }

  /** Counts by the first day of the period that contains a date. */
  private static final class DateTally {
    private final TimeStep step;
    private final Map<Integer, LocalDate> firsts = new HashMap<>();
    private final Map<LocalDate, Count> counts = new HashMap<>();
    private long undated;
    private long imprecise;

    /** The number of quotations in a period. */
    private static final class Count {
      private long quotations;
      private int last = -1;
    }

    DateTally(TimeStep step) {
      this.step = step;
    }

    /** Counts a quotation by one of its dates; all of them must be added before those of others. */
    void add(int date, int quotation) {
      if (date == DateNumber.UNKNOWN) {
        undated++;
      } else if (isImprecise(date)) {
        imprecise++;
      } else {
        LocalDate first =
            firsts.computeIfAbsent(date, d -> step.first(DateNumber.toDate(d).first()));
        Count count = counts.computeIfAbsent(first, f -> new Count());
        if (count.last != quotation) {
          count.last = quotation;
          count.quotations++;
        }
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
      Count count = counts.get(first);
      return count == null ? 0 : count.quotations;
    }
  }
}
