package onrecord.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import onrecord.model.Span;
import onrecord.text.SentenceBoundary;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words in quotation marks of a text in any language, with the marks of all usages: „…“,
 * «…», »…«, “…”, ”…”, ‚…‘, ‹…›, 「…」 and straight ones. What is quoted inside a quotation belongs to
 * it. The direction of a mark is taken from its neighbors first and from its glyph second. A
 * quotation ends with its paragraph. The time taken is linear in the length of the text.
 */
final class MarkedWords {
  private static final int LONGEST_SINGLE = 400;
  private static final int FEWEST_WORDS_IN_STRAIGHT_SINGLES = 3;
  private static final int NONE = -1;
  private static final String OPENING = "\"“„‟＂«‹‚「『";
  private static final String CLOSING_ONLY = "」』";

  /** Marks that can open and close each other. */
  private enum Family {
    DOUBLE("\"“”„‟＂"),
    ANGLED("«»"),
    SINGLE("‚‘’'"),
    ANGLED_SINGLE("‹›"),
    CORNER("「」"),
    WHITE_CORNER("『』");

    private static final Family[] ALL = values();

    private final String marks;

    Family(String marks) {
      this.marks = marks;
    }

    boolean has(char c) {
      return marks.indexOf(c) >= 0;
    }

    static @Nullable Family of(char c) {
      if (c < 0xab && c != '"' && c != '\'') {
        return null;
      }
      for (Family family : ALL) {
        if (family.has(c)) {
          return family;
        }
      }
      return null;
    }

    static boolean isMark(char c) {
      return of(c) != null;
    }
  }

  private final String text;
  private final List<Span> found = new ArrayList<>();

  private MarkedWords(String text) {
    this.text = text;
  }

  /** {@return the spans of the words without their marks, in the order of the text} */
  static List<Span> in(String text) {
    return new MarkedWords(text).run();
  }

  private List<Span> run() {
    int at = 0;
    while (at < text.length()) {
      int end = endOfParagraph(at);
      readParagraph(at, end);
      at = end + 1;
    }
    return found;
  }

  private int endOfParagraph(int from) {
    int at = from;
    while (at < text.length()) {
      int space = at;
      while (space < text.length() && SentenceBoundary.isSpace(text.charAt(space))) {
        space++;
      }
      if (space > at && SentenceBoundary.isParagraphBreak(text, at, space)) {
        return at;
      }
      at = Math.max(space, at + 1);
    }
    return text.length();
  }

  private void readParagraph(int from, int to) {
    Set<Family> unclosed = EnumSet.noneOf(Family.class);
    int at = from;
    while (at < to) {
      char mark = text.charAt(at);
      Family family = Family.of(mark);
      if (family == null || unclosed.contains(family) || !opens(at)) {
        at++;
        continue;
      }
      int next = nextMark(at, family, to);
      if (next == NONE && at == from && family != Family.SINGLE && mark != '"') {
        // The quotation goes on in the next paragraph, which opens with a mark again.
        add(at + 1, to, mark);
        return;
      }
      if (next == NONE && family != Family.SINGLE) {
        unclosed.add(family);
      }
      if (next != NONE && !isClearlyOpening(next)) {
        add(at + 1, next, mark);
        next++;
      }
      at = next == NONE ? at + 1 : next;
    }
  }

  /** The next mark of the family that closes, or clearly opens another quotation; or NONE. */
  private int nextMark(int open, Family family, int to) {
    int end = family == Family.SINGLE ? Math.min(to, open + LONGEST_SINGLE) : to;
    for (int at = open + 1; at < end; at++) {
      if (family.has(text.charAt(at)) && (closes(at, text.charAt(open)) || isClearlyOpening(at))) {
        return at;
      }
    }
    return NONE;
  }

  private boolean opens(int at) {
    char mark = text.charAt(at);
    if (mark == '\'' || mark == '‘') {
      return isClearlyOpening(at) && !isElision(at + 1);
    }
    if (mark == '’') {
      return false;
    }
    boolean before = roomBefore(at);
    boolean after = roomAfter(at);
    return before != after ? before : OPENING.indexOf(mark) >= 0;
  }

  private boolean isClearlyOpening(int at) {
    char mark = text.charAt(at);
    return mark != '’' && CLOSING_ONLY.indexOf(mark) < 0 && roomBefore(at) && !roomAfter(at);
  }

  private boolean closes(int at, char open) {
    char mark = text.charAt(at);
    boolean before = roomBefore(at);
    boolean after = roomAfter(at);
    if (Family.SINGLE.has(mark)) {
      return mark != '‚' && !before && after;
    }
    if (before != after) {
      return after;
    }
    return switch (mark) {
      case '“' -> open == '„';
      case '«' -> open == '»';
      case '‹' -> open == '›';
      case '„', '「', '『' -> false;
      default -> true;
    };
  }

  /** Short words that are written with an apostrophe in front, and years: 's, 't, 'n, '68. */
  private boolean isElision(int word) {
    int end = word;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    char first = word < text.length() ? text.charAt(word) : ' ';
    return Character.isDigit(first) || end - word < 3 && !Character.isUpperCase(first);
  }

  private boolean roomBefore(int mark) {
    if (mark == 0 || isRoom(text.charAt(mark - 1))) {
      return true;
    }
    char before = text.charAt(mark - 1);
    return switch (Character.getType(before)) {
      case Character.START_PUNCTUATION, Character.DASH_PUNCTUATION -> !Family.isMark(before);
      case Character.INITIAL_QUOTE_PUNCTUATION -> true;
      default -> ":/：，".indexOf(before) >= 0;
    };
  }

  private boolean roomAfter(int mark) {
    if (mark + 1 >= text.length() || isRoom(text.charAt(mark + 1))) {
      return true;
    }
    char after = text.charAt(mark + 1);
    return switch (Character.getType(after)) {
      case Character.END_PUNCTUATION, Character.DASH_PUNCTUATION -> true;
      case Character.OTHER_PUNCTUATION -> "¿¡…@#&'\"".indexOf(after) < 0;
      default -> false;
    };
  }

  private static boolean isRoom(char c) {
    return c <= ' ' || Character.isSpaceChar(c);
  }

  private void add(int from, int to, char mark) {
    int start = from;
    int end = to;
    while (start < end && isRoom(text.charAt(start))) {
      start++;
    }
    while (end > start && isRoom(text.charAt(end - 1))) {
      end--;
    }
    if (hasLetter(start, end) && (mark != '\'' || hasManyWords(start, end))) {
      found.add(new Span(start, end));
    }
  }

  private boolean hasLetter(int from, int to) {
    for (int at = from; at < to; at++) {
      if (Character.isLetter(text.charAt(at)) || Character.isHighSurrogate(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasManyWords(int from, int to) {
    int words = 1;
    for (int at = from; at < to && words < FEWEST_WORDS_IN_STRAIGHT_SINGLES; at++) {
      words += isRoom(text.charAt(at)) ? 1 : 0;
    }
    return words >= FEWEST_WORDS_IN_STRAIGHT_SINGLES;
  }
}
