package onrecord.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import onrecord.model.PartialDate;
import onrecord.model.Said;
import org.jspecify.annotations.Nullable;

/**
 * When words were said, as far as the sentence of the cue says so: "on Sunday", "Nov. 7",
 * "yesterday", "in 2009". A relative expression is counted back from the day of publication and
 * stays without a date if there is none.
 */
final class SaidDates extends Step {
  private static final int REACH = 25;

  private final @Nullable LocalDate published;

  SaidDates(Analysis analysis, @Nullable LocalDate published) {
    super(analysis);
    this.published = published;
  }

  /**
   * {@return when the words of the cue at the unit were said, or null}
   *
   * @param cue the unit of the cue
   * @param subject the phrase of its subject
   */
  @Nullable Said find(int cue, int subject) {
    int sentence = narrative.sentenceOf(cue);
    int start = narrative.sentenceStart(sentence);
    int end = Math.min(narrative.sentenceEnd(sentence), cue + REACH);
    for (int unit = cue + 1; unit < end; unit++) {
      Said said = at(unit);
      if (said != null) {
        return said;
      }
      if (leavesClause(unit, subject)) {
        break;
      }
    }
    int first = subject == Phrases.NONE ? cue : Math.min(cue, clauses.firstUnit(subject));
    for (int unit = cue - 1; unit >= first && !narrative.isSign(unit, ","); unit--) {
      Said said = narrative.isQuote(unit) ? null : at(unit);
      if (said != null) {
        return said;
      }
    }
    return opening(start, first);
  }

  /** "On Sunday, Smith said": an adverbial that opens the sentence. */
  private @Nullable Said opening(int start, int subject) {
    for (int unit = start; unit < Math.min(subject, start + 6); unit++) {
      if (narrative.isQuote(unit) || clauses.isVerb(unit, Lexicon.VERB)) {
        return null;
      }
      Said said = at(unit);
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  /** Whether what was said begins at the unit, so that a day named there is part of it. */
  private boolean leavesClause(int unit, int subject) {
    if (narrative.isQuote(unit)
        || narrative.isSign(unit, ":;")
        || narrative.is(unit, Lexicon.RELATIVE | Lexicon.SUBORDINATOR)) {
      return true;
    }
    boolean own = subject != Phrases.NONE && clauses.phraseStartingAt(unit) == subject;
    return !own
        && (clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY) || clauses.startsClause(unit));
  }

  /** The expression that is at the unit, if it is one. */
  private @Nullable Said at(int unit) {
    if (narrative.isQuote(unit) || narrative.isBreak(unit)) {
      return null;
    }
    int token = narrative.token(unit);
    if (isInName(token) || tokens.shape(token + 1) == Tokens.Shape.POSSESSIVE) {
      return null;
    }
    boolean dated =
        tokens.is(token, Lexicon.WEEKDAY)
            && tokens.isSign(token + 1, ',')
            && tokens.is(token + 2, Lexicon.MONTH);
    if (dated) {
      return month(token + 2);
    }
    if (tokens.is(token, Lexicon.WEEKDAY) && tokens.isCapital(token) && tokens.length(token) > 2) {
      return said(token, token, weekday(token));
    }
    if (tokens.is(token, Lexicon.DAY)) {
      if (tokens.isCapital(token) && !shapes.startsSentence(token)) {
        // "Angling Today magazine"
        return null;
      }
      return said(token, token, dayWord(token));
    }
    if (tokens.is(token, Lexicon.MONTH) && tokens.isCapital(token)) {
      return month(token);
    }
    if (isYear(token) && tokens.is(token - 1, Word.IN)) {
      return said(token, token, PartialDate.ofYear(number(token)));
    }
    if (tokens.is(token, Word.LAST) || tokens.is(token, Word.EARLIER)) {
      return lastOrThis(token);
    }
    if (isDayOfMonth(token) && tokens.is(token + 1, Lexicon.MONTH) && tokens.isCapital(token + 1)) {
      return dayBeforeMonth(token);
    }
    return null;
  }

  /** Whether the word is part of a longer name: "Angling Today", "the Friday Review". */
  private boolean isInName(int token) {
    int index = phrases.at(token);
    if (index == Phrases.NONE || !phrases.get(index).isName() || !tokens.isCapital(token)) {
      return false;
    }
    Phrase phrase = phrases.get(index);
    return phrase.nameFirst() < phrase.nameLast()
        && token >= phrase.nameFirst()
        && token <= phrase.nameLast();
  }

  private @Nullable Said lastOrThis(int token) {
    boolean last = tokens.is(token, Word.LAST);
    int noun = token + (last ? 1 : 2);
    if (!last && !tokens.is(token + 1, Word.THIS)) {
      return null;
    }
    int back = last ? 1 : 0;
    LocalDate day = published;
    if (last && tokens.is(noun, Word.NIGHT)) {
      return said(token, noun, day == null ? null : PartialDate.ofDay(day.minusDays(1)));
    }
    if (last && tokens.is(noun, Lexicon.WEEKDAY)) {
      return said(token, noun, weekday(noun));
    }
    if (tokens.is(noun, Word.YEAR)) {
      return said(token, noun, day == null ? null : PartialDate.ofYear(day.getYear() - back));
    }
    if (tokens.is(noun, Word.MONTH)) {
      return said(
          token,
          noun,
          day == null ? null : PartialDate.ofMonth(YearMonth.from(day).minusMonths(back)));
    }
    return tokens.is(noun, Word.WEEK) ? said(token, noun, null) : null;
  }

  /** "14 November" and "14 November 2022". */
  private Said dayBeforeMonth(int token) {
    int month = monthOf(token + 1);
    int yearAt = token + 2;
    return isYear(yearAt)
        ? said(token, yearAt, day(number(yearAt), month, number(token)))
        : said(token, token + 1, lastBefore(month, number(token)));
  }

  private @Nullable Said month(int token) {
    int month = monthOf(token);
    int next = token + 1;
    if (isDayOfMonth(next)) {
      int day = number(next);
      int yearAt = tokens.isSign(next + 1, ',') ? next + 2 : next + 1;
      if (isYear(yearAt)) {
        return said(token, yearAt, day(number(yearAt), month, day));
      }
      return said(token, next, lastBefore(month, day));
    }
    if (isYear(next)) {
      return said(token, next, PartialDate.ofMonth(YearMonth.of(number(next), month)));
    }
    if (tokens.is(token - 1, Word.IN) || tokens.is(token - 1, Word.LAST)) {
      LocalDate day = published;
      return said(
          tokens.is(token - 1, Word.LAST) ? token - 1 : token,
          token,
          day == null
              ? null
              : PartialDate.ofMonth(
                  YearMonth.of(
                      month > day.getMonthValue() ? day.getYear() - 1 : day.getYear(), month)));
    }
    return null;
  }

  private static @Nullable PartialDate day(int year, int month, int day) {
    return day <= YearMonth.of(year, month).lengthOfMonth()
        ? PartialDate.ofDay(LocalDate.of(year, month, day))
        : null;
  }

  /** The last such day up to the one of publication. */
  private @Nullable PartialDate lastBefore(int month, int day) {
    LocalDate to = published;
    if (to == null) {
      return null;
    }
    boolean laterInYear =
        month > to.getMonthValue() || month == to.getMonthValue() && day > to.getDayOfMonth();
    return day(laterInYear ? to.getYear() - 1 : to.getYear(), month, day);
  }

  private @Nullable PartialDate weekday(int token) {
    LocalDate to = published;
    if (to == null || tokens.is(token - 1, Word.NEXT)) {
      return null;
    }
    return Calendar.ENGLISH
        .weekday(tokens.string(token))
        .map(day -> PartialDate.ofDay(to.with(TemporalAdjusters.previousOrSame(day))))
        .orElse(null);
  }

  private @Nullable PartialDate dayWord(int token) {
    LocalDate to = published;
    return to == null
        ? null
        : Calendar.ENGLISH.day(tokens.string(token), to).map(PartialDate::ofDay).orElse(null);
  }

  private int monthOf(int token) {
    return Calendar.ENGLISH.month(tokens.string(token)).orElseThrow().getValue();
  }

  private boolean isYear(int token) {
    return tokens.shape(token) == Tokens.Shape.NUMBER
        && tokens.length(token) == 4
        && number(token) >= 1900
        && number(token) <= 2100;
  }

  private boolean isDayOfMonth(int token) {
    return tokens.shape(token) == Tokens.Shape.NUMBER && number(token) >= 1 && number(token) <= 31;
  }

  /** The value of a token of up to four digits, perhaps with an ending ("7th"); -1 for others. */
  private int number(int token) {
    int value = 0;
    int at = tokens.start(token);
    while (at < tokens.end(token) && tokens.charAt(at) >= '0' && tokens.charAt(at) <= '9') {
      value = value * 10 + tokens.charAt(at) - '0';
      at++;
      if (at - tokens.start(token) > 4) {
        return -1;
      }
    }
    int ending = tokens.end(token) - at;
    boolean plain = ending == 0 || tokens.endingLength(token, Ending.ORDINAL) == ending;
    return at == tokens.start(token) || !plain ? -1 : value;
  }

  /** The expression with the preposition before it. */
  private Said said(int from, int last, @Nullable PartialDate date) {
    boolean preposition = tokens.is(from - 1, Word.DATE_PREPOSITION);
    int first = preposition ? from - 1 : from;
    return new Said(tokens.span(first, last), Optional.ofNullable(date));
  }
}
