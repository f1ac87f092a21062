package onrecord.extract;

import onrecord.extract.Tokens.Shape;

/**
 * Finds the nicknames in marks or brackets inside names: Ada "Tiny" Quill, William (Bill) Quill.
 */
final class Nicknames {
  /** The most tokens of a nickname, with the marks and brackets around it. */
  private static final int LONGEST = 7;

  private final Tokens tokens;
  private final WordShapes shapes;

  Nicknames(Tokens tokens, WordShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
  }

  /**
   * {@return the mark or bracket that closes a nickname inside a name, which another opens, or -1:
   * Ada "Tiny" Quill}
   */
  int end(int open) {
    int first = isBracketAndMark(open) ? open + 2 : open + 1;
    int close = isMark(open) && !tokens.isSign(open, ')') ? closingOf(first - 1) : -1;
    close = first == open + 2 && close > 0 ? close + 1 : close;
    boolean nickname =
        close > 0
            && (first == open + 1 || tokens.isSign(close, ')'))
            && mayPrecedeNickname(open - 1)
            && (tokens.isCapital(first)
                || tokens.is(first, Word.THE) && tokens.isCapital(first + 1)
                || isFormerName(open, close))
            && !tokens.isSign(close - 1, ',')
            && tokens.shape(close + 1) == Shape.CAPITAL
            && !tokens.is(close + 1, WordShapes.SMALL);
    return nickname ? close : -1;
  }

  /** Ada (known as Tiny) Quill, Ada (née Wren) Quill. */
  private boolean isFormerName(int open, int close) {
    return tokens.isSign(open, '(')
        && tokens.is(open + 1, Word.KNOWN_AS)
        && tokens.isCapital(close - 1);
  }

  /** Ada (“Tiny”) Quill. */
  private boolean isBracketAndMark(int open) {
    Shape next = tokens.shape(open + 1);
    return tokens.isSign(open, '(') && (next == Shape.DOUBLE_MARK || next == Shape.SINGLE_MARK);
  }

  /** Whether the word is a given name, or of no list and the first of a name. */
  private boolean mayPrecedeNickname(int token) {
    long known =
        WordShapes.SMALL
            | WordShapes.OPENERS
            | Lexicon.ROLE
            | Lexicon.TITLE
            | Lexicon.BODY
            | Lexicon.SOURCE;
    return tokens.is(token, Lexicon.GIVEN_NAME)
        || tokens.shape(token) == Shape.CAPITAL
            && !tokens.is(token, known | WordShapes.NAMES | Lexicon.ORGANIZATION)
            && !tokens.isCapital(token - 1)
            && !shapes.startsSentence(token)
            && (tokens.shape(token + 1) == Shape.DOUBLE_MARK || isBracketAndMark(token + 1));
  }

  /** The mark or bracket after one to three words, or -1. */
  private int closingOf(int open) {
    for (int close = open + 2; close < open + 5 && tokens.isWord(close - 1); close++) {
      if (isMark(close) && !tokens.isSign(close, '(')) {
        return close;
      }
    }
    return -1;
  }

  /** {@return whether the token is a word of a nickname inside a name, or a mark around it} */
  boolean isInside(int token) {
    for (int open = token; open > token - LONGEST; open--) {
      if (end(open) >= token) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether the token is one of the marks or brackets that may enclose a nickname} */
  boolean isMark(int token) {
    return tokens.shape(token) == Shape.SINGLE_MARK
        ? otherMark(token) >= 0
        : tokens.shape(token) == Shape.DOUBLE_MARK || tokens.isAnySign(token, "()");
  }

  /** {@return the mark with which a single one encloses one or two words with capitals, or -1} */
  int otherMark(int token) {
    int after = otherMark(token, 1);
    return after >= 0 ? after : otherMark(token, -1);
  }

  private int otherMark(int token, int step) {
    for (int other = token + 2 * step; Math.abs(other - token) < 4; other += step) {
      if (tokens.shape(other) == Shape.SINGLE_MARK) {
        return tokens.isCapital(Math.min(token, other) + 1) ? other : -1;
      }
      if (!tokens.isWord(other)) {
        return -1;
      }
    }
    return -1;
  }
}
