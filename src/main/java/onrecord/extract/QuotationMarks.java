package onrecord.extract;

import java.util.ArrayList;
import java.util.List;
import onrecord.extract.Tokens.Shape;

/**
 * Pairs the quotation marks of a text into stretches of quoted words. What is quoted inside a
 * quotation belongs to it.
 *
 * <p>The direction of a mark is taken from its neighbours first and from its glyph second, for
 * typists mix both up. A quotation ends with its paragraph at the latest; where it was not closed
 * and the next paragraph opens with a mark, it goes on there.
 */
final class QuotationMarks {
  private static final int LONGEST_SINGLE = 150;
  private static final int MOST_LINES = 40;
  private static final int FARTHEST_SPACED = 400;
  private static final int FARTHEST_NESTED = 200;

  private final Tokens tokens;
  private final String text;
  private final List<Quoted> found = new ArrayList<>();

  /** Where the paragraph that was read last ends: after its line, if a quotation goes on. */
  private int paragraphEnd;

  private QuotationMarks(Tokens tokens) {
    this.tokens = tokens;
    this.text = tokens.text;
  }

  static List<Quoted> pair(Tokens tokens) {
    return new QuotationMarks(tokens).run();
  }

  private List<Quoted> run() {
    boolean open = false;
    int at = 0;
    while (at < tokens.size()) {
      int end = at;
      while (end < tokens.size() && !tokens.isBreak(end)) {
        end++;
      }
      open = readParagraph(at, end, open);
      at = Math.max(end, paragraphEnd) + 1;
    }
    return found;
  }

  /** Pairs the marks of one paragraph; returns whether it leaves a quotation open. */
  private boolean readParagraph(int from, int lineEnd, boolean openBefore) {
    int to = lineEnd;
    boolean leftOpen = false;
    int at = from;
    while (at < to) {
      Shape shape = tokens.shape(at);
      if (shape == Shape.DOUBLE_MARK && (opens(at, from) || opensStraight(at, to))) {
        int close = closingDouble(at, to);
        int below = close == to ? closingBelow(to) : to;
        if (below > to) {
          close = below;
          to = endOfLine(below);
        }
        boolean closed = close < to && tokens.shape(close) == Shape.DOUBLE_MARK && closes(close);
        leftOpen = close == to;
        add(at, close, closed, false, openBefore && at == from);
        at = closed ? close + 1 : close;
      } else if (shape == Shape.SINGLE_MARK && opensSingle(at)) {
        int close = closingSingle(at, to);
        if (close > at) {
          add(at, close, true, true, false);
          at = close;
        }
        at++;
      } else if (tokens.isApostrophePair(at)) {
        at = afterApostrophePair(at, to);
      } else {
        at++;
      }
    }
    paragraphEnd = to;
    return leftOpen;
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < tokens.size() && !tokens.isBreak(end)) {
      end++;
    }
    return end;
  }

  /**
   * {@return the mark that closes a quotation which its line leaves open, in one of the next lines
   * before any mark that opens, as in verse and in wrapped text; or the end of the line}
   */
  private int closingBelow(int lineEnd) {
    int end = lineEnd;
    for (int line = 0; line < MOST_LINES && isLineBreak(end); line++) {
      int start = end + 1;
      end = endOfLine(start);
      for (int at = start; at < end; at++) {
        if (tokens.shape(at) == Shape.DOUBLE_MARK) {
          return at > start && closes(at) ? at : lineEnd;
        }
      }
    }
    return lineEnd;
  }

  /** Whether the token is the end of a line, and no empty line comes after it. */
  private boolean isLineBreak(int token) {
    if (token >= tokens.size()) {
      return false;
    }
    int lines = 0;
    for (int at = tokens.start(token); at < tokens.end(token); at++) {
      char c = tokens.charAt(at);
      boolean half = c == '\r' && at + 1 < text.length() && tokens.charAt(at + 1) == '\n';
      lines += c == '\n' || c == '\r' && !half ? 1 : 0;
    }
    return lines == 1;
  }

  /**
   * Whether a straight mark opens although its neighbors do not show it: without a space after a
   * sentence, or with spaces on both sides, as in tokenized text, if another such mark closes.
   */
  private boolean opensStraight(int mark, int to) {
    int start = tokens.start(mark);
    if (tokens.charAt(start) != '"' || direction(mark) != 0 || start == 0) {
      return false;
    }
    int after = tokens.end(mark);
    char before = tokens.charAt(start - 1);
    if (!isRoom(before) && before != ',') {
      return ".!?…".indexOf(before) >= 0
          && after < text.length()
          && Character.isUpperCase(tokens.charAt(after));
    }
    for (int at = mark + 1; at < Math.min(to, mark + FARTHEST_SPACED); at++) {
      if (tokens.shape(at) == Shape.DOUBLE_MARK) {
        return direction(at) <= 0;
      }
    }
    return false;
  }

  /** What two pairs of apostrophes enclose is left alone. */
  private int afterApostrophePair(int open, int to) {
    for (int at = open + 1; at < to; at++) {
      if (tokens.isApostrophePair(at)) {
        return at + 1;
      }
    }
    return to;
  }

  private void add(int open, int close, boolean closed, boolean single, boolean continues) {
    if (close > open + 1) {
      found.add(
          new Quoted(
              open, open + 1, close - 1, closed ? close + 1 : close, single, closed, continues));
    }
  }

  /**
   * Finds the mark that closes the one at {@code open}: the first that closes, unless another
   * opened before it and two close in a row.
   */
  private int closingDouble(int open, int to) {
    int at = open + 1;
    int depth = 1;
    while (at < to) {
      if (tokens.shape(at) == Shape.DOUBLE_MARK) {
        if (closes(at) && !isInches(at, to)) {
          depth--;
          if (depth == 0) {
            return at;
          }
        } else if (depth == 1 && isNested(at, to)) {
          depth++;
        } else {
          return at;
        }
      }
      at++;
    }
    return to;
  }

  /** The mark of inches inside a quotation: after a digit, and another mark closes later. */
  private boolean isInches(int mark, int to) {
    boolean digit = Character.isDigit(tokens.charAt(tokens.end(mark - 1) - 1));
    boolean goesOn = tokens.shape(mark + 1) == Shape.LOWER && roomAfter(mark);
    if (!digit || !goesOn || tokens.charAt(tokens.start(mark)) != '"') {
      return false;
    }
    for (int at = mark + 1; at < Math.min(to, mark + LONGEST_SINGLE); at++) {
      if (tokens.shape(at) == Shape.DOUBLE_MARK) {
        return direction(at) < 0;
      }
    }
    return false;
  }

  /** Whether the marks after an opening one close it and the one around it. */
  private boolean isNested(int open, int to) {
    int unclosed = 2;
    for (int at = open + 1; at < to && at < open + FARTHEST_NESTED; at++) {
      if (tokens.shape(at) == Shape.DOUBLE_MARK) {
        unclosed += closes(at) ? -1 : 1;
        if (unclosed == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean opens(int mark, int paragraph) {
    return mark == paragraph || direction(mark) > 0;
  }

  private boolean closes(int mark) {
    return direction(mark) <= 0;
  }

  /** Returns 1 for a mark that opens, -1 for one that closes, 0 for one that could do either. */
  private int direction(int mark) {
    char c = tokens.charAt(tokens.start(mark));
    boolean roomBefore = roomBefore(mark);
    boolean roomAfter = roomAfter(mark);
    if (roomBefore != roomAfter) {
      return roomBefore ? 1 : -1;
    }
    return switch (c) {
      case '“', '„', '«', '`', '‘' -> 1;
      case '”', '»', '’' -> -1;
      default -> 0;
    };
  }

  private boolean roomBefore(int mark) {
    int at = tokens.start(mark) - 1;
    return at < 0 || isRoom(tokens.charAt(at)) || "([{—–-/‘:".indexOf(tokens.charAt(at)) >= 0;
  }

  private boolean roomAfter(int mark) {
    int at = tokens.end(mark);
    if (isFullStop(at) && isFullStop(at + 1)) {
      // An ellipsis, with which quoted words may begin as well as go on.
      return !roomBefore(mark);
    }
    return at >= text.length()
        || isRoom(tokens.charAt(at))
        || ".,;:?!)]}—–-/’".indexOf(tokens.charAt(at)) >= 0;
  }

  private boolean isFullStop(int at) {
    return at < text.length() && tokens.charAt(at) == '.';
  }

  private static boolean isRoom(char c) {
    return c <= ' ' || c >= 0x7f && Character.isSpaceChar(c);
  }

  private boolean opensSingle(int mark) {
    char c = tokens.charAt(tokens.start(mark));
    int next = mark + 1;
    return c != '’'
        && roomBefore(mark)
        && tokens.start(next < tokens.size() ? next : mark) == tokens.end(mark)
        && (tokens.isWord(next)
            || tokens.shape(next) == Shape.NUMBER
            || tokens.isAnySign(next, "[…"))
        && !isElision(next);
  }

  /** Words written with an apostrophe in front: 'em, 'til, '90s. */
  private boolean isElision(int word) {
    return tokens.is(word, Lexicon.ELISION)
        || (tokens.length(word) == 3
            && Character.isDigit(tokens.charAt(tokens.start(word)))
            && tokens.endsWith(word, Ending.PLURAL))
        || (tokens.length(word) == 2 && Character.isDigit(tokens.charAt(tokens.start(word))));
  }

  /** Finds the mark that closes a single one, or -1: the last before the next one opens. */
  private int closingSingle(int open, int to) {
    int close = -1;
    int last = Math.min(to, open + LONGEST_SINGLE);
    for (int at = open + 1; at < last; at++) {
      Shape shape = tokens.shape(at);
      if (shape == Shape.DOUBLE_MARK && direction(at) > 0) {
        // Double marks inside single ones, as printed in Britain: what they hold is passed over.
        at = closingDouble(at, last);
      } else if (shape == Shape.DOUBLE_MARK) {
        break;
      } else if (shape == Shape.SINGLE_MARK) {
        if (at > open + 1 && !roomBefore(at) && roomAfter(at)) {
          close = at;
          boolean plural = tokens.charAt(tokens.start(at) - 1) == 's';
          if (!plural) {
            break;
          }
        } else if (opensSingle(at)) {
          break;
        }
      }
    }
    return close;
  }
}
