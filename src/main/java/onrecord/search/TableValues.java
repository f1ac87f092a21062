package onrecord.search;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.model.PartialDate;
import onrecord.query.DateRange;
import onrecord.query.Dimension;
import onrecord.query.Facet;
import onrecord.query.OwnField;
import onrecord.query.TimeStep;
import onrecord.schema.DateNumber;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.LeafReaderContext;

/** The values of a dimension of a table, as numbers. Not thread-safe. */
interface TableValues {

  /** {@return the values of the documents of a segment; a document may have several or none} */
  FacetValues.Segment segment(LeafReaderContext leaf) throws IOException;

  /** {@return the name of a value} */
  String name(int value) throws IOException;

  /** {@return the place of a value among the others} */
  long place(int value);

  /** {@return the values of a dimension of the quotations found} */
  static TableValues of(Dimension dimension, Matches matches) throws IOException {
    return switch (dimension) {
      case Dimension.Values d -> MostFrequent.of(d.facet(), d.limit(), matches);
      case Dimension.Periods d -> dates(d, matches, number -> period(d.step(), number));
      case Dimension.Weekdays d -> dates(d, matches, TableValues::weekday);
      case Dimension.Bounds d -> dates(d, matches, number -> bounded(d.firsts(), number));
    };
  }

  private static TableValues dates(Dimension dimension, Matches matches, Periods periods) {
    DocumentDates.require(matches.snapshot(), dimension.facet());
    return new Dates(matches.snapshot(), dimension.facet(), periods);
  }

  /**
   * A period.
   *
   * @param name its name
   * @param place its place in time
   */
  record Period(String name, long place) {
    static final Period UNKNOWN = new Period(Facet.UNKNOWN, Long.MAX_VALUE);
  }

  /** Finds the period of a date. */
  @FunctionalInterface
  interface Periods {
    Period of(PartialDate date);
  }

  /** Dates by period, numbered as they occur. Not thread-safe. */
  final class Dates implements TableValues {
    private final Snapshot snapshot;
    private final Facet facet;
    private final Periods periods;
    private final Map<Integer, Integer> byDate = new HashMap<>();
    private final Map<Period, Integer> numbers = new HashMap<>();
    private final List<Period> all = new ArrayList<>();

    Dates(Snapshot snapshot, Facet facet, Periods periods) {
      this.snapshot = snapshot;
      this.facet = facet;
      this.periods = periods;
    }

    @Override
    public FacetValues.Segment segment(LeafReaderContext leaf) throws IOException {
      DocumentDates dates = DocumentDates.of(snapshot, leaf, facet);
      if (!(facet instanceof OwnField)) {
        return (doc, consumer) -> dates.visit(doc, date -> consumer.accept(numberOf(date)));
      }
      return (doc, consumer) -> {
        IntStream.Builder numbers = IntStream.builder();
        dates.visit(doc, date -> numbers.add(numberOf(date)));
        numbers.build().distinct().forEach(consumer);
      };
    }

    private int numberOf(int date) {
      return byDate.computeIfAbsent(date, this::number);
    }

    private int number(int date) {
      Period period =
          date == DateNumber.UNKNOWN ? Period.UNKNOWN : periods.of(DateNumber.toDate(date));
      return numbers.computeIfAbsent(
          period,
          p -> {
            all.add(p);
            return all.size() - 1;
          });
    }

    @Override
    public String name(int value) {
      return all.get(value).name();
    }

    @Override
    public long place(int value) {
      return all.get(value).place();
    }
  }

  private static Period period(TimeStep step, PartialDate date) {
    LocalDate first = step.first(date.first());
    return first.equals(step.first(date.last()))
        ? new Period(step.name(first), 4 * first.toEpochDay() + 3)
        : imprecise(date);
  }

  /** A date without a day precedes the periods within it, and that of a year those of months. */
  private static Period imprecise(PartialDate date) {
    return new Period(
        date.toString(), 4 * date.first().toEpochDay() + (date.month().isPresent() ? 2 : 1));
  }

  private static Period weekday(PartialDate date) {
    if (date.day().isEmpty()) {
      return Period.UNKNOWN;
    }
    DayOfWeek day = date.first().getDayOfWeek();
    return new Period(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), day.getValue());
  }

  private static Period bounded(List<LocalDate> firsts, PartialDate date) {
    int period = periodOf(firsts, date.first());
    if (period != periodOf(firsts, date.last())) {
      return imprecise(date);
    }
    Optional<PartialDate> from =
        period == 0 ? Optional.empty() : Optional.of(PartialDate.ofDay(firsts.get(period - 1)));
    Optional<PartialDate> to =
        period == firsts.size()
            ? Optional.empty()
            : Optional.of(PartialDate.ofDay(firsts.get(period).minusDays(1)));
    return new Period(
        new DateRange(from, to).toString(),
        from.map(day -> 4 * day.first().toEpochDay() + 3).orElse(Long.MIN_VALUE));
  }

  /** {@return the number of the bounds that are not after a day} */
  private static int periodOf(List<LocalDate> firsts, LocalDate day) {
    int low = 0;
    int high = firsts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firsts.get(middle).isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
