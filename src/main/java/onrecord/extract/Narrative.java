package onrecord.extract;

import java.util.Arrays;
import java.util.List;
import onrecord.text.SentenceBoundary;

/**
 * The reporter's own words: the tokens outside quotation marks, in which each quoted stretch is a
 * single unit, cut into sentences where {@link SentenceBoundary} says.
 *
 * <p>A sentence that ends inside a quotation ends with it, unless the reporter's sentence goes on
 * after it ("Is it?" Smith asked).
 */
final class Narrative {
  private static final int NOT_QUOTED = -1;
  private static final int NO_TOKEN = -1;
  private static final int SHORT_ATTRIBUTION = 8;
  private static final int LONG_ATTRIBUTION = 30;

  private final String text;
  private final Tokens tokens;
  private final List<Quoted> quoted;
  private final int[] unitTokens;

  /** The token of each unit that is no quotation, or {@link #NO_TOKEN}. */
  private final int[] reporterTokens;

  private final int[] unitQuoted;
  private final int[] tokenUnits;
  private int units;
  private int[] sentenceStarts = new int[16];
  private int sentences;
  private final int[] unitSentences;

  Narrative(Tokens tokens, List<Quoted> quoted) {
    this.text = tokens.text;
    this.tokens = tokens;
    this.quoted = quoted;
    unitTokens = new int[tokens.size()];
    reporterTokens = new int[tokens.size()];
    unitQuoted = new int[tokens.size()];
    tokenUnits = new int[tokens.size()];
    unite();
    unitSentences = new int[units + 1];
    cut();
  }

  private void unite() {
    int next = 0;
    for (int token = 0; token < tokens.size(); ) {
      unitTokens[units] = token;
      if (next < quoted.size() && quoted.get(next).open() == token) {
        unitQuoted[units] = next;
        reporterTokens[units] = NO_TOKEN;
        int end = Math.max(token + 1, quoted.get(next).end());
        Arrays.fill(tokenUnits, token, end, units);
        token = end;
        next++;
      } else {
        unitQuoted[units] = NOT_QUOTED;
        reporterTokens[units] = token;
        tokenUnits[token] = units;
        token++;
      }
      units++;
    }
  }

  private void cut() {
    int start = 0;
    for (int unit = 0; unit < units; unit++) {
      boolean last = unit == units - 1;
      if (isBreak(unit) || endsSentence(unit) || last) {
        int end = isBreak(unit) ? unit : unit + 1;
        if (end > start) {
          addSentence(start, end);
        }
        start = unit + 1;
        if (isBreak(unit)) {
          unitSentences[unit] = Math.max(0, sentences - 1);
        }
      }
    }
  }

  private void addSentence(int start, int end) {
    if (sentences == sentenceStarts.length) {
      sentenceStarts = Arrays.copyOf(sentenceStarts, sentences * 2);
    }
    sentenceStarts[sentences] = start;
    Arrays.fill(unitSentences, start, end, sentences);
    sentences++;
  }

  private boolean endsSentence(int unit) {
    int next = unit + 1;
    if (!isQuote(unit)) {
      return isBreak(next) || canEndSentence(unitTokens[unit]) && beginsSentence(next);
    }
    Quoted quote = quoted.get(unitQuoted[unit]);
    return !quote.closed()
        || isBreak(next)
        || beginsSentence(next)
            && (isQuote(next) || !isAttributionAfter(next, tokens.isSign(quote.last(), '.')));
  }

  /** Whether a token outside quotations is a sign or a mark that a sentence may end with. */
  private boolean canEndSentence(int token) {
    return switch (tokens.shape(token)) {
      case SIGN -> tokens.isAnySign(token, ".!?…)]'’");
      case DOUBLE_MARK, SINGLE_MARK -> true;
      default -> false;
    };
  }

  /** Whether a sentence begins with a unit: where it is quoted, with its mark or its first word. */
  private boolean beginsSentence(int unit) {
    return SentenceBoundary.isAt(text, tokens.start(unitTokens[unit]))
        || isQuote(unit)
            && SentenceBoundary.isAt(text, tokens.start(quoted.get(unitQuoted[unit]).first()));
  }

  /**
   * Whether the words from here on name who said what is before.
   *
   * @param stopped whether the quotation ended with a full stop: then it takes a sentence that says
   *     no more than that
   */
  private boolean isAttributionAfter(int from, boolean stopped) {
    int end = Math.min(units, from + (stopped ? SHORT_ATTRIBUTION : LONG_ATTRIBUTION));
    for (int unit = from; unit < end; unit++) {
      if (isBreak(unit) || isSign(unit, ".") || isQuote(unit)) {
        return false;
      }
      if (is(unit, Lexicon.SPEECH) && is(unit, Lexicon.PAST | Lexicon.THIRD)) {
        boolean noun = is(unit - 1, Lexicon.DETERMINER);
        return !noun && (!stopped || isEndOfAttribution(unit + 1));
      }
      if (is(unit, Lexicon.AUXILIARY | Lexicon.SUBORDINATOR)) {
        return isPassiveWithAgent(unit);
      }
    }
    return false;
  }

  /** "was asked by". */
  private boolean isPassiveWithAgent(int be) {
    return is(be, Lexicon.BE)
        && is(be + 1, Lexicon.SPEECH)
        && is(be + 1, Lexicon.PARTICIPLE)
        && is(be + 2, Word.BY);
  }

  private boolean isEndOfAttribution(int unit) {
    int at = is(unit, Lexicon.ADVERB | Lexicon.WEEKDAY) ? unit + 1 : unit;
    return isBreak(at) || isSign(at, ".");
  }

  int units() {
    return units;
  }

  /** {@return the token of a unit; of a quotation its opening mark} */
  int token(int unit) {
    return unit >= 0 && unit < units ? unitTokens[unit] : NO_TOKEN;
  }

  /** {@return the unit a token is, or lies in} */
  int unitOf(int token) {
    return tokenUnits[token];
  }

  boolean isQuote(int unit) {
    return unit >= 0 && unit < units && unitQuoted[unit] != NOT_QUOTED;
  }

  /** {@return the index of the quoted stretch that a unit is} */
  int quotedAt(int unit) {
    return unitQuoted[unit];
  }

  /** {@return whether the unit is quoted words whose last sign is a comma} */
  boolean endsWithComma(int unit) {
    return isQuote(unit) && tokens.isSign(quoted.get(unitQuoted[unit]).last(), ',');
  }

  boolean isBreak(int unit) {
    return !isQuote(unit) && tokens.isBreak(reporterToken(unit));
  }

  boolean isSign(int unit, String signs) {
    return tokens.isAnySign(reporterToken(unit), signs);
  }

  boolean is(int unit, long anyOf) {
    return tokens.is(reporterToken(unit), anyOf);
  }

  boolean is(int unit, Word word) {
    return tokens.is(reporterToken(unit), word);
  }

  /** {@return whether a unit is the word to which the lexicon gives a number} */
  boolean hasNumber(int unit, int number) {
    return tokens.number(reporterToken(unit)) == number;
  }

  private int reporterToken(int unit) {
    return unit >= 0 && unit < units ? reporterTokens[unit] : NO_TOKEN;
  }

  int sentences() {
    return sentences;
  }

  int sentenceOf(int unit) {
    return unitSentences[unit];
  }

  int sentenceStart(int sentence) {
    return sentenceStarts[sentence];
  }

  /** {@return whether the unit is the first of its sentence} */
  boolean isSentenceStart(int unit) {
    return unit == sentenceStart(sentenceOf(unit));
  }

  /** {@return the unit after the last one of a sentence} */
  int sentenceEnd(int sentence) {
    int end = sentence + 1 < sentences ? sentenceStarts[sentence + 1] : units;
    while (end > sentenceStarts[sentence] + 1 && isBreak(end - 1)) {
      end--;
    }
    return end;
  }

  /** {@return whether the sentence is the first of its paragraph} */
  boolean startsParagraph(int sentence) {
    return sentence == 0 || isBreak(sentenceStarts[sentence] - 1);
  }

  /** {@return whether nothing but a dash or "and" is before the unit in its sentence} */
  boolean opensSentence(int unit) {
    int start = sentenceStart(sentenceOf(unit));
    for (int at = start; at < unit; at++) {
      if (!isSign(at, "—–-*•~") && !is(at, Lexicon.CONJUNCTION)) {
        return false;
      }
    }
    return true;
  }
}
