package onrecord.source;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.model.Published;
import onrecord.text.WordList;

/**
 * Reads dates of publication in the forms that people have: ISO 8601, RFC 1123, seconds and
 * milliseconds since 1970, and dates with the name of the month in the languages of press
 * databases, such as "May 30, 2014 Friday", "28. Februar 2012" or "29 décembre 2011 à 18:30".
 *
 * <p>A date must be at the start of the text, apart from a weekday. What follows it, such as the
 * name of an edition, is ignored, except for a time of day. A date of numbers that does not start
 * with a year of four digits is read in a given order, and never guessed.
 */
final class PublishedText {

  private static final int MAX_LENGTH = 200;
  private static final int FIRST_YEAR = 1500;
  private static final long MILLISECONDS_FROM = 100_000_000_000L;

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})(?=$|[T\\s,_])(.*)", Pattern.DOTALL);
  private static final Pattern ASIAN =
      Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일](.*)");
  private static final Pattern COMPACT_TIME =
      Pattern.compile("T(\\d{2})(\\d{2})(\\d{2})?(?=\\D|$)");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?!\\d)(.*)", Pattern.DOTALL);
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
  private static final Pattern TOKEN =
      Pattern.compile("(\\d++)(?:(?:st|nd|rd|th|er|re|e|º|ª|°)(?!\\p{L}))?|[\\p{L}-]++");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})[:h.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d++)?)?(?![\\d.:])"
              + "(?:\\s*([ap])\\.?m\\b\\.?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET =
      Pattern.compile(
          "\\s*(?:GMT|UTC)?\\s*([+-]\\d{1,2}):?(\\d{2})?(?!\\d)|\\s*\\(?([A-Z]{1,5})\\b.*");

  private PublishedText() {}

  /** The words of dates. */
  private static final class Words {
    static final Map<String, Integer> MONTHS;
    static final Set<String> WEEKDAYS;
    static final Set<String> BEFORE;
    static final Set<String> WITHIN;
    static final Map<String, ZoneOffset> ZONES;

    static {
      Map<String, Integer> months = new HashMap<>();
      Map<String, ZoneOffset> zones = new HashMap<>();
      Map<String, Set<String>> sets = new HashMap<>();
      for (WordList.Entry word : WordList.load(PublishedText.class, "dates.txt").words()) {
        String section = word.section();
        if (section.startsWith("month_")) {
          months.put(word.text(), Integer.valueOf(section.substring("month_".length())));
        } else if (section.startsWith("zone_")) {
          int hours = Integer.parseInt(section.substring("zone_".length()));
          zones.put(word.text(), ZoneOffset.ofHours(hours));
        } else {
          sets.computeIfAbsent(section, key -> new HashSet<>()).add(word.text());
        }
      }
      MONTHS = ImmutableMap.copyOf(months);
      ZONES = ImmutableMap.copyOf(zones);
      WEEKDAYS = ImmutableSet.copyOf(sets.getOrDefault("weekday", Set.of()));
      BEFORE = ImmutableSet.copyOf(sets.getOrDefault("before", Set.of()));
      WITHIN = ImmutableSet.copyOf(sets.getOrDefault("within", Set.of()));
    }

    private Words() {}
  }

  /** A date and the characters that follow it. */
  private record Dated(LocalDate day, String rest) {}

  /**
   * {@return the date that a text denotes; empty if it denotes none, or one that does not exist}
   *
   * @param text the date as printed
   * @param order the order of day, month and year in dates of numbers
   */
  static Optional<Published> read(String text, DateOrder order) {
    String printed = text.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    if (printed.length() > MAX_LENGTH) {
      printed = printed.substring(0, MAX_LENGTH);
    }
    try {
      if (EPOCH.matcher(printed).matches()) {
        return epoch(Long.parseLong(printed));
      }
      return numbers(printed, order)
          .or(() -> words(text.replace('\u00A0', ' ').strip()))
          .map(PublishedText::withTime);
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Published> epoch(long number) {
    Instant instant =
        number < MILLISECONDS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return Optional.of(
        new Published(
            time.toLocalDate(), Optional.of(time.toLocalTime()), Optional.of(ZoneOffset.UTC)));
  }

  private static Optional<Dated> numbers(String printed, DateOrder order) {
    Matcher iso = ISO.matcher(printed);
    if (iso.matches()) {
      return dated(iso.group(1), iso.group(3), iso.group(4), iso.group(5));
    }
    Matcher asian = ASIAN.matcher(printed);
    if (asian.matches()) {
      return dated(asian.group(1), asian.group(2), asian.group(3), asian.group(4));
    }
    Matcher numbers = NUMBERS.matcher(printed);
    if (!numbers.matches()) {
      return Optional.empty();
    }
    DateOrder known = numbers.group(1).length() == 4 ? DateOrder.YEAR_MONTH_DAY : order;
    if (known == DateOrder.NONE) {
      return Optional.empty();
    }
    List<String> parts = List.of(numbers.group(1), numbers.group(3), numbers.group(4));
    return parts.get(known.year()).length() == 4
        ? dated(
            parts.get(known.year()),
            parts.get(known.month()),
            parts.get(known.day()),
            numbers.group(5))
        : Optional.empty();
  }

  private static Optional<Dated> dated(String year, String month, String day, String rest) {
    return Optional.of(
        new Dated(
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)),
            rest));
  }

  /** Reads a date in which the month has a name. */
  private static Optional<Dated> words(String printed) {
    List<MatchResult> tokens = TOKEN.matcher(printed).results().limit(12).toList();
    int month = 0;
    while (month < tokens.size() && !isMonth(tokens, month)) {
      String word = word(tokens.get(month));
      boolean day = isNumber(tokens.get(month));
      if (!day && !isLead(word)) {
        return Optional.empty();
      }
      month++;
    }
    if (month == tokens.size()) {
      return Optional.empty();
    }
    int value = Words.MONTHS.getOrDefault(word(tokens.get(month)), 0);
    int before = previous(tokens, month);
    int after = next(tokens, month);
    if (before >= 0 && after < tokens.size() && isYear(tokens.get(after))) {
      return dated(tokens.get(before), value, tokens.get(after), printed, tokens.get(after).end());
    }
    if (before < 0 && after < tokens.size() && isDay(tokens.get(after))) {
      return dayThenYear(printed, tokens, value, after);
    }
    return Optional.empty();
  }

  /** Reads "May 30, 2014", or "May 30 18:30:05 UTC 2014", where the year is the last number. */
  private static Optional<Dated> dayThenYear(
      String printed, List<MatchResult> tokens, int month, int day) {
    for (int i = next(tokens, day); i < tokens.size(); i++) {
      if (isYear(tokens.get(i))) {
        int rest = i == day + 1 ? tokens.get(i).end() : tokens.get(day).end();
        return dated(tokens.get(day), month, tokens.get(i), printed, rest);
      }
      if (!isNumber(tokens.get(i)) && !Words.ZONES.containsKey(word(tokens.get(i)))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Dated> dated(
      MatchResult day, int month, MatchResult year, String printed, int rest) {
    return Optional.of(
        new Dated(
            LocalDate.of(Integer.parseInt(year.group(1)), month, Integer.parseInt(day.group(1))),
            printed.substring(rest)));
  }

  /** A name of a month that a number precedes or follows, since "mar" is also a weekday. */
  private static boolean isMonth(List<MatchResult> tokens, int at) {
    return Words.MONTHS.containsKey(word(tokens.get(at)))
        && (previous(tokens, at) >= 0
            || (next(tokens, at) < tokens.size()
                && isDay(tokens.get(next(tokens, at)))
                && !isFollowedByMonth(tokens, next(tokens, at))));
  }

  private static boolean isFollowedByMonth(List<MatchResult> tokens, int day) {
    int next = next(tokens, day);
    return next < tokens.size() && Words.MONTHS.containsKey(word(tokens.get(next)));
  }

  /** {@return the index of the day before a month, or -1 if there is none} */
  private static int previous(List<MatchResult> tokens, int month) {
    int at = month - 1;
    while (at >= 0 && Words.WITHIN.contains(word(tokens.get(at)))) {
      at--;
    }
    return at >= 0 && isDay(tokens.get(at)) ? at : -1;
  }

  /** {@return the index of the token after another, apart from words such as "de"} */
  private static int next(List<MatchResult> tokens, int at) {
    int next = at + 1;
    while (next < tokens.size() && Words.WITHIN.contains(word(tokens.get(next)))) {
      next++;
    }
    return next;
  }

  private static boolean isLead(String word) {
    return Words.WEEKDAYS.contains(word)
        || Words.BEFORE.contains(word)
        || Words.WITHIN.contains(word)
        || Words.MONTHS.containsKey(word);
  }

  private static String word(MatchResult token) {
    return token.group().toLowerCase(Locale.ROOT);
  }

  private static boolean isNumber(MatchResult token) {
    return token.group(1) != null;
  }

  private static boolean isDay(MatchResult token) {
    return isNumber(token) && token.group(1).length() <= 2;
  }

  /** A number that is not an offset from UTC, such as +0500, which are less than 1500. */
  private static boolean isYear(MatchResult token) {
    return isNumber(token)
        && token.group(1).length() == 4
        && Integer.parseInt(token.group(1)) >= FIRST_YEAR;
  }

  private static Published withTime(Dated dated) {
    String rest = dated.rest();
    Matcher compact = COMPACT_TIME.matcher(rest);
    Matcher time = compact.lookingAt() ? compact : TIME.matcher(rest);
    if (time != compact && !time.find()) {
      return Published.on(dated.day());
    }
    int hour = Integer.parseInt(time.group(1));
    if (time != compact && time.group(4) != null) {
      hour = hour % 12 + (time.group(4).equalsIgnoreCase("p") ? 12 : 0);
    }
    int minute = Integer.parseInt(time.group(2));
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    if (hour > 23 || minute > 59 || second > 59) {
      return Published.on(dated.day());
    }
    return new Published(
        dated.day(),
        Optional.of(LocalTime.of(hour, minute, second)),
        offset(rest.substring(time.end())));
  }

  private static Optional<ZoneOffset> offset(String rest) {
    Matcher offset = OFFSET.matcher(rest);
    if (!offset.lookingAt()) {
      return Optional.empty();
    }
    if (offset.group(1) == null) {
      return Optional.ofNullable(Words.ZONES.get(offset.group(3).toLowerCase(Locale.ROOT)));
    }
    int hours = Integer.parseInt(offset.group(1));
    int minutes = offset.group(2) == null ? 0 : Integer.parseInt(offset.group(2));
    boolean negative = offset.group(1).startsWith("-");
    return Optional.of(ZoneOffset.ofHoursMinutes(hours, negative ? -minutes : minutes));
  }
}
