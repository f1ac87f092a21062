package onrecord.schema;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.query.DateLevel;
import org.apache.lucene.index.CorruptIndexException;

/**
 * Dates as integers that have the order of the dates: 20201122 is a day, 20201100 a month, 20200000
 * a year, and 0 an unknown date.
 */
public final class DateNumber {

  /** The number of an unknown date. */
  public static final int UNKNOWN = 0;

  private static final int MONTH = 100;
  private static final int YEAR = 10_000;

  private DateNumber() {}

  /** {@return the number of a day in the years 1 to 9999} */
  public static int of(LocalDate day) {
    return day.getYear() * YEAR + day.getMonthValue() * MONTH + day.getDayOfMonth();
  }

  /** {@return the number of a date} */
  public static int of(PartialDate date) {
    return date.year() * YEAR + date.month().orElse(0) * MONTH + date.day().orElse(0);
  }

  /** {@return the number of a date, {@link #UNKNOWN} if there is none} */
  static int ofKnown(Optional<PartialDate> date) {
    return date.map(DateNumber::of).orElse(UNKNOWN);
  }

  /** {@return the number of the day of publication, {@link #UNKNOWN} if there is none} */
  static int of(Optional<Published> published) {
    return published.map(p -> of(p.day())).orElse(UNKNOWN);
  }

  /** {@return a number that increases with the moment of publication} */
  static long order(Published published) {
    LocalDateTime moment = LocalDateTime.ofInstant(published.instant(), ZoneOffset.UTC);
    return of(moment.toLocalDate()) * 100_000L + moment.toLocalTime().toSecondOfDay();
  }

  /** {@return the number of the month of a date, or of the year if the month is unknown} */
  public static int month(int number) {
    return number / MONTH * MONTH;
  }

  /** {@return the number of the year of a date} */
  public static int year(int number) {
    return number / YEAR * YEAR;
  }

  /** {@return the number of a date that is known to a level at most} */
  public static int roundedDown(int number, DateLevel level) {
    return switch (level) {
      case YEAR -> year(number);
      case MONTH -> month(number);
      case DAY -> number;
    };
  }

  /** {@return the greatest number of a date within the given one} */
  public static int last(PartialDate date) {
    return date.day().isPresent() ? of(date) : of(date.last());
  }

  /**
   * {@return the date with a number other than {@link #UNKNOWN}}
   *
   * @throws UncheckedIOException if no date has the number
   */
  public static PartialDate toDate(int number) {
    try {
      return date(number);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          new CorruptIndexException(number + " is not the number of a date", "doc values", e));
    }
  }

  private static PartialDate date(int number) {
    int year = number / YEAR;
    int month = number / MONTH % MONTH;
    int day = number % MONTH;
    if (month == 0) {
      return PartialDate.ofYear(year);
    }
    return day == 0
        ? PartialDate.ofMonth(YearMonth.of(year, month))
        : PartialDate.ofDay(LocalDate.of(year, month, day));
  }
}
