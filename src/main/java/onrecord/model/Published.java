package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When an article was published: the day and, if known, the time. The day is the local day at the
 * place of publication; it is never converted to another time zone. Immutable.
 *
 * <p>The text form is defined by ISO 8601: {@code 2020-11-22}, {@code 2020-11-22T18:30}, {@code
 * 2020-11-22T18:30:05+01:00} or {@code 2020-11-22T17:30:05Z}.
 *
 * @param day the day, in the years 1 to 9999
 * @param time the time of day
 * @param offset the offset of that time from UTC; empty if there is no time
 */
public record Published(LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> offset) {

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the year is outside 1 to 9999, or there is an offset
   *     without a time
   */
  public Published {
    requireNonNull(day, "day");
    requireNonNull(time, "time");
    requireNonNull(offset, "offset");
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new IllegalArgumentException("year of published must be 1 to 9999, but was " + day);
    }
    if (offset.isPresent() && time.isEmpty()) {
      throw new IllegalArgumentException(
          "published must not have an offset (" + offset.get() + ") without a time");
    }
  }

  /**
   * {@return the moment of publication, by which articles from several time zones are ordered: a
   * time without an offset is taken as UTC, and a day without a time as its beginning}
   */
  public Instant instant() {
    return day.atTime(time.orElse(LocalTime.MIN)).toInstant(offset.orElse(ZoneOffset.UTC));
  }

  /** {@return a date of publication without a time} */
  public static Published on(LocalDate day) {
    return new Published(day, Optional.empty(), Optional.empty());
  }

  /**
   * Parses the text form. A space is accepted in place of the {@code T}.
   *
   * @throws IllegalArgumentException if the text does not have this form or is not a valid date and
   *     time
   */
  public static Published parse(String text) {
    String s = text.strip();
    try {
      if (s.length() == 10) {
        return on(day(s));
      }
      if (s.length() > 11 && (s.charAt(10) == 'T' || s.charAt(10) == ' ')) {
        LocalDate day = day(s.substring(0, 10));
        int zone = 11;
        while (zone < s.length() && "0123456789:.".indexOf(s.charAt(zone)) >= 0) {
          zone++;
        }
        LocalTime time = LocalTime.parse(s.substring(11, zone));
        String offset = s.substring(zone).strip();
        return new Published(
            day,
            Optional.of(time),
            offset.isEmpty() ? Optional.empty() : Optional.of(ZoneOffset.of(offset)));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "published '" + text + "' is not a valid date or time: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        "published must be a date such as 2020-11-22 or 2020-11-22T18:30:05+01:00, but was '"
            + text
            + "'");
  }

  /** {@return the day of its text form; most days are parsed without a formatter, which is slow} */
  private static LocalDate day(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    boolean isUsual =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= Month.of(month).minLength()
            && text.charAt(4) == '-'
            && text.charAt(7) == '-';
    return isUsual ? LocalDate.of(year, month, day) : LocalDate.parse(text);
  }

  /** {@return a number of digits, or a negative number if there is another character} */
  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** {@return the text form, which {@link #parse} accepts} */
  @Override
  public String toString() {
    return day + time.map(t -> "T" + t).orElse("") + offset.map(ZoneOffset::getId).orElse("");
  }
}
