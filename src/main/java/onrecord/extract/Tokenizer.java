package onrecord.extract;

import java.util.Arrays;
import onrecord.extract.Tokens.Shape;
import onrecord.text.Abbreviations;
import onrecord.text.SentenceBoundary;

/** Cuts a text into {@link Tokens}, in one pass. */
final class Tokenizer {
  /** What the letters of an abbreviation mean as a word, and not here. */
  private static final long MEANS_A_WORD =
      Lexicon.VERB | Lexicon.BODY | Lexicon.DOCUMENT | Lexicon.ELISION;

  /** How far from the grave accents that open a quotation the apostrophes are that close it. */
  private static final int FARTHEST_PAIR = 2_000;

  /** Whether each character of ASCII is a letter or a digit. */
  private static final boolean[] IS_IN_WORD = lettersAndDigits();

  private final String text;
  private final boolean pairsAreMarks;
  private final Tokens tokens;
  private final WordTable words = Lexicon.ENGLISH.words();
  private final char[] chars;

  /** Whether two grave accents have opened a quotation. */
  private boolean isPairOpen;

  private Tokenizer(String text, boolean pairsAreMarks) {
    this.text = text;
    this.pairsAreMarks = pairsAreMarks;
    this.chars = text.toCharArray();
    this.tokens = new Tokens(text, chars);
  }

  private static boolean[] lettersAndDigits() {
    boolean[] is = new boolean[128];
    Arrays.fill(is, '0', '9' + 1, true);
    Arrays.fill(is, 'A', 'Z' + 1, true);
    Arrays.fill(is, 'a', 'z' + 1, true);
    return is;
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
    while (at < chars.length) {
      char c = chars[at];
      if (SentenceBoundary.isSpace(c)) {
        at = readSpace(at);
      } else if (isLetterOrDigit(at) || isHandle(at)) {
        at = readWord(at);
      } else if (isArticleOfName(at)) {
        at = readArticleOfName(at);
      } else {
        at = readSign(at, c);
      }
    }
    return tokens;
  }

  private boolean isLetterOrDigit(int at) {
    return at < chars.length && (chars[at] < 128 ? IS_IN_WORD[chars[at]] : isOther(chars[at]));
  }

  /** Whether a character that is not of ASCII is a letter, a digit or a part of one. */
  private static boolean isOther(char c) {
    if (c >= '\u2010' && c <= '\u2060') {
      // Dashes, quotation marks and other punctuation.
      return false;
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.isSurrogate(c);
  }

  private boolean isHandle(int at) {
    char c = chars[at];
    return (c == '@' || c == '#' || c == '$') && isLetterOrDigit(at + 1);
  }

  /** Whether a "t" with an apostrophe is before a capital, as in "Dirk 't Hooft". */
  private boolean isArticleOfName(int at) {
    int name = at + 3;
    return (chars[at] == '\'' || chars[at] == '’' || chars[at] == '‘')
        && follows(at + 1, 't')
        && follows(at + 2, ' ')
        && name < chars.length
        && Character.isUpperCase(chars[name]);
  }

  private int readArticleOfName(int at) {
    tokens.add(at, at + 2, Shape.LOWER);
    int hash = WordTable.hash(words.find(chars, at, at + 2));
    tokens.setWord(hash, Lexicon.PARTICLE, Lexicon.NO_NUMBER);
    return at + 2;
  }

  /** Reads white space, which may end the paragraph. */
  private int readSpace(int from) {
    int at = from;
    while (at < chars.length && SentenceBoundary.isSpace(chars[at])) {
      at++;
    }
    boolean isBlank = at == from + 1 && chars[from] == ' ';
    if (!isBlank && tokens.size() > 0 && SentenceBoundary.isParagraphBreak(text, from, at)) {
      tokens.add(from, at, Shape.BREAK);
    }
    return at;
  }

  private boolean follows(int at, char c) {
    return at < chars.length && chars[at] == c;
  }

  private int readWord(int from) {
    int at = from + 1;
    boolean compound = false;
    while (at < chars.length && chars[at] != ' ') {
      char c = chars[at];
      if (c < 128 ? IS_IN_WORD[c] : isOther(c)) {
        at++;
      } else if (c == '/' && isDateSlash(at)) {
        at += 2;
      } else if (isInsideWord(c)
          && isLetterOrDigit(at + 1)
          && !isPossessive(at)
          && !SentenceBoundary.isRunOn(text, at)) {
        at += 2;
        compound = true;
      } else {
        break;
      }
    }
    if (follows(at, '.') && keepsFullStop(from, at)) {
      at++;
    }
    addWord(from, at, compound);
    if (at < chars.length && isPossessive(at)) {
      tokens.add(at, at + 2, Shape.POSSESSIVE);
      return at + 2;
    }
    return at;
  }

  /** Whether a slash is that of "9/11" and "24/7". */
  private boolean isDateSlash(int at) {
    return Character.isDigit(chars[at - 1])
        && at + 1 < chars.length
        && Character.isDigit(chars[at + 1]);
  }

  /** Whether a sign between two letters is a part of their word. */
  private static boolean isInsideWord(char c) {
    return switch (c) {
      case '\'', '’', '-', '.', '&', '\u2010', '\u2011', '\u00ad' -> true;
      default -> false;
    };
  }

  private boolean isPossessive(int at) {
    char c = chars[at];
    return (c == '\'' || c == '’')
        && (follows(at + 1, 's') || follows(at + 1, 'S'))
        && !isLetterOrDigit(at + 2);
  }

  /** Whether a full stop is a part of the word before it; in a compound, "R-Ohio.", it is apart. */
  private boolean keepsFullStop(int from, int stop) {
    return Abbreviations.isAt(text, stop)
        && (text.substring(from, stop).indexOf('-') < 0 || chars[stop - 2] == '.');
  }

  /**
   * Adds a word.
   *
   * @param compound whether a sign is between letters of it
   */
  private void addWord(int from, int end, boolean compound) {
    boolean stop = chars[end - 1] == '.';
    int to = stop ? end - 1 : end;
    long found = words.find(chars, from, to);
    int entry = WordTable.entry(found);
    long flags = words.flags(entry);
    tokens.add(from, end, shape(from, end, compound));
    if (stop) {
      // "Rep." and "Miss." are abbreviations; the verb or the noun of the same letters is not
      // meant.
      int whole = WordTable.hash(words.find(chars, from, end));
      tokens.setWord(whole, flags & ~MEANS_A_WORD, Lexicon.NO_NUMBER);
    } else {
      boolean unknown = compound && flags == 0;
      long own = unknown ? flagsOfCompound(from, end) : flags;
      tokens.setWord(WordTable.hash(found), own, words.number(entry));
    }
  }

  /** The flags of a word with a hyphen that is in no list: what the noun at its end is. */
  private long flagsOfCompound(int from, int to) {
    int hyphen = to - 1;
    while (hyphen > from && chars[hyphen] != '-') {
      hyphen--;
    }
    if (hyphen == from) {
      return 0;
    }
    return flags(hyphen + 1, to) & Lexicon.SOURCE;
  }

  private long flags(int from, int to) {
    return words.flags(WordTable.entry(words.find(chars, from, to)));
  }

  private Shape shape(int from, int to, boolean compound) {
    char first = chars[from];
    if (first >= 'a' && first <= 'z') {
      return compound && hasNamePrefix(from, to) ? Shape.CAPITAL : Shape.LOWER;
    }
    boolean upper = first >= 'A' && first <= 'Z';
    if (!upper && (Character.isDigit(first) || first == '$')) {
      return Shape.NUMBER;
    }
    if (!upper && !Character.isUpperCase(first)) {
      boolean prefix = compound && hasNamePrefix(from, to);
      return first == '@' || prefix ? Shape.CAPITAL : Shape.LOWER;
    }
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c >= 'a' && c <= 'z' || c >= 128 && Character.isLowerCase(c)) {
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
      if (isPrefixLink(chars[at])) {
        return Character.isUpperCase(chars[at + 1]) && (flags(from, at) & Lexicon.NAME_PREFIX) != 0;
      }
    }
    return false;
  }

  private static boolean isPrefixLink(char c) {
    return switch (c) {
      case '\'', '’', '-', '\u2010', '\u2011' -> true;
      default -> false;
    };
  }

  /** Two grave accents that two apostrophes close are marks whatever the settings. */
  private Shape shapeOfPair(int at) {
    boolean closes = chars[at] == '\'' && isPairOpen;
    isPairOpen = chars[at] == '`' && hasClosingPair(at + 2);
    return pairsAreMarks || closes || isPairOpen ? Shape.DOUBLE_MARK : Shape.SIGN;
  }

  private boolean hasClosingPair(int from) {
    for (int at = from; at < Math.min(chars.length, from + FARTHEST_PAIR); at++) {
      if ((chars[at] == '\'' || chars[at] == '`') && follows(at + 1, chars[at])) {
        return chars[at] == '\'';
      }
    }
    return false;
  }

  private int readSign(int at, char c) {
    boolean twice = follows(at + 1, c);
    int end = at + 1;
    Shape shape = Shape.SIGN;
    switch (c) {
      case '"', '“', '”', '„', '«', '»', '‟', '＂' -> shape = Shape.DOUBLE_MARK;
      case '\'', '’', '‘', '‚', '`', '´' -> {
        boolean pair = twice && c != '´';
        end = pair ? at + 2 : end;
        shape = pair ? shapeOfPair(at) : Shape.SINGLE_MARK;
      }
      case '-', '.' -> {
        while (follows(end, c)) {
          end++;
        }
      }
      default -> {
        // A sign by itself.
      }
    }
    tokens.add(at, end, shape);
    return end;
  }
}
