package onrecord.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The length of the parts of a {@link Timeline}. */
public enum TimeStep {
  /** Days, named {@code 2020-11-22}. */
  DAY(ChronoUnit.DAYS),
  /** Weeks of ISO 8601, from Monday to Sunday, named {@code 2020-W47}. */
  WEEK(ChronoUnit.WEEKS),
  /** Months, named {@code 2020-11}. */
  MONTH(ChronoUnit.MONTHS),
  /** Quarters of a year, named {@code 2020-Q4}. */
  QUARTER(IsoFields.QUARTER_YEARS),
  /** Years, named {@code 2020}. */
  YEAR(ChronoUnit.YEARS),
  /** Decades, from a year that ends in 0, named {@code 2020s}. */
  DECADE(ChronoUnit.DECADES);

  // Immutable, as a unit of time is.
  @SuppressWarnings("ImmutableEnumChecker")
  private final TemporalUnit unit;

  TimeStep(TemporalUnit unit) {
    this.unit = unit;
  }

  /** {@return the step with a name such as "month", in any case; empty if there is none} */
  static Optional<TimeStep> of(String name) {
    return Stream.of(values()).filter(step -> step.name().equalsIgnoreCase(name)).findFirst();
  }

  /** {@return the first day of the part that contains a day} */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> day.withDayOfYear(1);
      case DECADE -> day.withDayOfYear(1).withYear(day.getYear() / 10 * 10);
    };
  }

  /** {@return the first day of the part after the one with the given first day} */
  public LocalDate next(LocalDate first) {
    return first.plus(1, unit);
  }

  /** {@return the number of steps from one part to another, given their first days} */
  long distance(LocalDate first, LocalDate last) {
    return unit.between(first, last);
  }

  /** {@return the name of the part that contains a day} */
  public String name(LocalDate day) {
    return switch (this) {
      case DAY -> day.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> day.toString().substring(0, 7);
      case QUARTER -> day.toString().substring(0, 4) + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
      case YEAR -> day.toString().substring(0, 4);
      case DECADE -> day.toString().substring(0, 3) + "0s";
    };
  }
}
