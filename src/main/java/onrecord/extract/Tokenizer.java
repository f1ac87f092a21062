package onrecord.extract;

import onrecord.extract.Tokens.Shape;
import onrecord.text.Abbreviations;
import onrecord.text.SentenceBoundary;

/** Cuts a text into {@link Tokens}, in one pass. */
final class Tokenizer {
  /** What the letters of an abbreviation mean as a word, and not here. */
  private static final long MEANS_A_WORD =
      Lexicon.VERB | Lexicon.BODY | Lexicon.DOCUMENT | Lexicon.ELISION;

  private static final String INSIDE_WORD = "'’-.&\u2010\u2011\u00ad";
  private static final String PREFIX_LINK = "'’-\u2010\u2011";

  private final String text;
  private final boolean pairsAreMarks;
  private final Tokens tokens;
  private final Lexicon lexicon = Lexicon.ENGLISH;

  private Tokenizer(String text, boolean pairsAreMarks) {
    this.text = text;
    this.pairsAreMarks = pairsAreMarks;
    this.tokens = new Tokens(text);
  }

  /**
   * {@return the tokens of a text}
   *
   * @param pairsAreMarks whether two apostrophes in a row are a double quotation mark
   */
  static Tokens tokenize(String text, boolean pairsAreMarks) {
    return new Tokenizer(text, pairsAreMarks).run();
  }

  private Tokens run() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (SentenceBoundary.isSpace(c)) {
        at = readSpace(at);
      } else if (isLetterOrDigit(at) || isHandle(at)) {
        at = readWord(at);
      } else {
        at = readSign(at, c);
      }
    }
    return tokens;
  }

  private boolean isLetterOrDigit(int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.isSurrogate(c);
  }

  private boolean isHandle(int at) {
    char c = text.charAt(at);
    return (c == '@' || c == '#' || c == '$') && isLetterOrDigit(at + 1);
  }

  /** Reads white space, which may end the paragraph. */
  private int readSpace(int from) {
    int at = from;
    while (at < text.length() && SentenceBoundary.isSpace(text.charAt(at))) {
      at++;
    }
    if (tokens.size() > 0 && SentenceBoundary.isParagraphBreak(text, from, at)) {
      tokens.add(from, at, Shape.BREAK, 0);
    }
    return at;
  }

  private boolean follows(int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private int readWord(int from) {
    int at = from + 1;
    while (at < text.length()) {
      if (isLetterOrDigit(at)) {
        at++;
      } else if (isDateSlash(at)) {
        at += 2;
      } else if (INSIDE_WORD.indexOf(text.charAt(at)) >= 0
          && isLetterOrDigit(at + 1)
          && !isPossessive(at)
          && !SentenceBoundary.isRunOn(text, at)) {
        at += 2;
      } else {
        break;
      }
    }
    if (follows(at, '.') && keepsFullStop(from, at)) {
      at++;
    }
    tokens.add(from, at, shape(from, at), flags(from, at));
    if (at < text.length() && isPossessive(at)) {
      tokens.add(at, at + 2, Shape.POSSESSIVE, 0);
      return at + 2;
    }
    return at;
  }

  /** The slash of "9/11" and "24/7". */
  private boolean isDateSlash(int at) {
    return text.charAt(at) == '/'
        && Character.isDigit(text.charAt(at - 1))
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  private boolean isPossessive(int at) {
    char c = text.charAt(at);
    return (c == '\'' || c == '’')
        && (follows(at + 1, 's') || follows(at + 1, 'S'))
        && !isLetterOrDigit(at + 2);
  }

  /** Whether a full stop is a part of the word before it; in a compound, "R-Ohio.", it is apart. */
  private boolean keepsFullStop(int from, int stop) {
    return Abbreviations.isAt(text, stop)
        && (text.substring(from, stop).indexOf('-') < 0 || text.charAt(stop - 2) == '.');
  }

  private long flags(int from, int end) {
    int to = text.charAt(end - 1) == '.' ? end - 1 : end;
    long found = lexicon.flags(text, from, to);
    if (end > to) {
      // "Rep." and "Miss." are abbreviations; the verb or the noun of the same letters is not
      // meant.
      found = found & ~MEANS_A_WORD;
    } else if (found == 0) {
      int hyphen = to - 1;
      while (hyphen > from && text.charAt(hyphen) != '-') {
        hyphen--;
      }
      if (hyphen > from) {
        long last = lexicon.flags(text, hyphen + 1, to);
        found = last & Lexicon.SOURCE;
      }
    }
    return found;
  }

  private Shape shape(int from, int to) {
    char first = text.charAt(from);
    if (Character.isDigit(first) || first == '$') {
      return Shape.NUMBER;
    }
    if (!Character.isUpperCase(first)) {
      return first == '@' || hasNamePrefix(from, to) ? Shape.CAPITAL : Shape.LOWER;
    }
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return Shape.CAPITAL;
      }
      if (Character.isLetter(c)) {
        letters++;
      }
    }
    return letters > 1 ? Shape.UPPER : Shape.CAPITAL;
  }

  /** Whether a surname begins with a prefix in lower case: al-Fahd, d'Orsi. */
  private boolean hasNamePrefix(int from, int to) {
    for (int at = from + 1; at < Math.min(from + 6, to - 1); at++) {
      if (PREFIX_LINK.indexOf(text.charAt(at)) >= 0) {
        return Character.isUpperCase(text.charAt(at + 1))
            && (lexicon.flags(text, from, at) & Lexicon.NAME_PREFIX) != 0;
      }
    }
    return false;
  }

  private int readSign(int at, char c) {
    boolean twice = follows(at + 1, c);
    int end = at + 1;
    Shape shape = Shape.SIGN;
    if ("\"“”„«»‟＂".indexOf(c) >= 0) {
      shape = Shape.DOUBLE_MARK;
    } else if ("'’‘‚`´".indexOf(c) >= 0) {
      boolean pair = twice && c != '´';
      end = pair ? at + 2 : end;
      shape = pair ? (pairsAreMarks ? Shape.DOUBLE_MARK : Shape.SIGN) : Shape.SINGLE_MARK;
    } else if (c == '-' || c == '.') {
      while (follows(end, c)) {
        end++;
      }
    }
    tokens.add(at, end, shape, 0);
    return end;
  }
}
