package onrecord.extract;

import com.google.common.base.CharMatcher;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onrecord.text.WordList;

/** The words for days and months. Immutable, thread-safe. */
final class Calendar {

  /** The English calendar. */
  static final Calendar ENGLISH = new Calendar(WordList.load(Calendar.class, "en/calendar.txt"));

  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Map<String, Month> months = new HashMap<>();

  /** The days after the day of writing; negative before it. */
  private final Map<String, Integer> days = new HashMap<>();

  Calendar(WordList list) {
    int weekday = 0;
    int month = 0;
    for (WordList.Line line : list.lines()) {
      for (String word : line.words()) {
        Object other =
            switch (line.section()) {
              case "weekday" -> weekdays.putIfAbsent(word, DayOfWeek.MONDAY.plus(weekday));
              case "month" -> months.putIfAbsent(word, Month.JANUARY.plus(month));
              case "yesterday" -> days.putIfAbsent(word, -1);
              case "today" -> days.putIfAbsent(word, 0);
              case "tomorrow" -> days.putIfAbsent(word, 1);
              default -> throw list.malformed(line, "unknown section '" + line.section() + "'");
            };
        if (other != null) {
          throw list.malformed(line, "'" + word + "' means " + other + " too");
        }
      }
      weekday += line.section().equals("weekday") ? 1 : 0;
      month += line.section().equals("month") ? 1 : 0;
    }
    if (weekday != 7 || month != 12) {
      throw new IllegalStateException(
          "expected 7 weekdays and 12 months, but found " + weekday + " and " + month);
    }
  }

  /** {@return the day of the week that a word means, such as "Tues.", or nothing} */
  Optional<DayOfWeek> weekday(String word) {
    return Optional.ofNullable(weekdays.get(key(word)));
  }

  /** {@return the month that a word means, such as "Nov.", or nothing} */
  Optional<Month> month(String word) {
    return Optional.ofNullable(months.get(key(word)));
  }

  /**
   * {@return the day that a word such as "yesterday" means, or nothing; a day to come is nothing}
   *
   * @param today the day of writing
   */
  Optional<LocalDate> day(String word, LocalDate today) {
    return Optional.ofNullable(days.get(key(word))).filter(n -> n <= 0).map(today::plusDays);
  }

  private static String key(String word) {
    return CharMatcher.is('.').trimTrailingFrom(word).toLowerCase(Locale.ROOT);
  }
}
