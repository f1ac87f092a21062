package onrecord.text;

/**
 * Decides where the sentences of a text begin, for the extractor, the index and searches alike. A
 * sentence ends with a full stop that does not belong to an abbreviation, an exclamation mark, a
 * question mark or an ellipsis, and the quotation marks and brackets that close after it, provided
 * that the following word can begin a sentence. It also ends with its paragraph. At most {@value
 * Sentences#REACH} characters are read backwards. Stateless, thread-safe.
 */
public final class SentenceBoundary {

  private static final String ENDS = ".!?\u2026";
  private static final String CLOSING = "\"'\u201d\u2019\u00bb)]";
  private static final String BRACKETS = "([{";

  /** Signs that open a sentence, besides dashes, brackets and what Unicode knows as quotes. */
  private static final String OPENING = "\"'`\uff02\u201e\u201a*\u2022~@";

  /** Signs inside a word, and so before a full stop that was run into the next sentence. */
  private static final String INSIDE_WORD = "'\u2019-&";

  private SentenceBoundary() {}

  /** {@return whether a character separates words} */
  public static boolean isSpace(char c) {
    return c <= ' ' || c >= 0x7f && (Character.isSpaceChar(c) || Character.isISOControl(c));
  }

  /** {@return whether a sentence, but not the first, begins with the character at an index} */
  public static boolean isAt(String text, int at) {
    if (at <= 0 || at >= text.length() || isSpace(text.charAt(at))) {
      return false;
    }
    return isSpace(text.charAt(at - 1)) ? isAfterSpace(text, at) : isAfterRunOn(text, at);
  }

  private static boolean isAfterSpace(String text, int at) {
    int least = Math.max(0, at - Sentences.REACH);
    int last = at - 1;
    while (last >= least && isSpace(text.charAt(last))) {
      last--;
    }
    if (isParagraphBreak(text, last + 1, at)) {
      return true;
    }
    int end = beforeClosing(text, last, least);
    return end >= least
        && ENDS.indexOf(text.charAt(end)) >= 0
        && canBegin(text, at)
        && !isAbbreviation(text, end);
  }

  /**
   * {@return whether white space ends a paragraph: it has a line break, and not a single one before
   * a lower-case letter, where a line was wrapped}
   *
   * @param from the first character of the white space
   * @param to the character after it
   */
  public static boolean isParagraphBreak(String text, int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !half) {
        breaks++;
      }
    }
    boolean wrapped = breaks == 1 && to < text.length() && Character.isLowerCase(text.charAt(to));
    return breaks > 0 && !wrapped;
  }

  /** Whether a capital begins a sentence although the space before it was lost: "so.But". */
  private static boolean isAfterRunOn(String text, int at) {
    if (!Character.isUpperCase(text.charAt(at))) {
      return false;
    }
    int least = Math.max(0, at - Sentences.REACH);
    int end = beforeClosing(text, at - 1, least);
    if (end < least || ENDS.indexOf(text.charAt(end)) < 0) {
      return false;
    }
    int word = end;
    while (word >= least && ENDS.indexOf(text.charAt(word)) >= 0) {
      word--;
    }
    if (word < least || isSpace(text.charAt(word)) || isAbbreviation(text, end)) {
      return false;
    }
    boolean fullStopAlone = text.charAt(end) == '.' && word == end - 1 && end == at - 1;
    return !fullStopAlone || isRunOn(text, end);
  }

  /**
   * {@return whether the character at an index is a full stop between a word in lower case, of
   * three letters or more, and a capital}
   */
  public static boolean isRunOn(String text, int stop) {
    return text.charAt(stop) == '.'
        && stop + 1 < text.length()
        && Character.isUpperCase(text.charAt(stop + 1))
        && stop > 2
        && Character.isLowerCase(text.charAt(stop - 1))
        && isInWord(text.charAt(stop - 2))
        && isInWord(text.charAt(stop - 3));
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || INSIDE_WORD.indexOf(c) >= 0;
  }

  private static boolean isAbbreviation(String text, int end) {
    return text.charAt(end) == '.' && Abbreviations.isAt(text, end);
  }

  private static int beforeClosing(String text, int last, int least) {
    int end = last;
    while (end >= least && CLOSING.indexOf(text.charAt(end)) >= 0) {
      end--;
    }
    return end;
  }

  /** Whether what is at an index can be the first of a sentence. */
  private static boolean canBegin(String text, int at) {
    char c = text.charAt(at);
    if (BRACKETS.indexOf(c) >= 0) {
      return at + 1 < text.length() && !Character.isLowerCase(text.codePointAt(at + 1));
    }
    return OPENING.indexOf(c) >= 0
        || switch (Character.getType(text.codePointAt(at))) {
          case Character.UPPERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.OTHER_LETTER,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.CURRENCY_SYMBOL,
              Character.DASH_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION ->
              true;
          default -> false;
        };
  }
}
