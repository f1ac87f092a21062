package onrecord.cli;

/**
 * The number of columns that text takes on a terminal: two for wide characters such as those of
 * Chinese, Japanese and Korean, none for combining marks, one for all others. {@linkplain Style
 * Styles} take no columns.
 */
final class TextWidth {

  private static final String ELLIPSIS = "\u2026";
  private static final char JOINER = '\u200d';

  /** The first and the last of each range of wide characters that are not emoji, from Unicode. */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0x4dbf, 0x4e00, 0xa4cf, 0xa960, 0xa97c,
    0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6,
    0x16fe0, 0x18dff, 0x1aff0, 0x1b2ff, 0x1f200, 0x1f265, 0x20000, 0x3fffd
  };

  private TextWidth() {}

  /** {@return the number of columns of a text, with or without styles} */
  static int of(String text) {
    return Style.remove(text).codePoints().map(TextWidth::of).sum();
  }

  private static int of(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint == 0xad ? 0 : 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isMedialOrFinal(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
    };
  }

  /** {@return whether a letter of Korean is drawn in the columns of the one before it} */
  private static boolean isMedialOrFinal(int codePoint) {
    return codePoint >= 0x1160 && codePoint <= 0x11ff;
  }

  private static boolean isWide(int codePoint) {
    // Two regional indicators are one flag, which takes two columns.
    if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) {
      return false;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return codePoint >= WIDE[i] || Character.isEmojiPresentation(codePoint);
      }
    }
    return false;
  }

  /**
   * {@return the end of the longest part of a text that fits, together with the marks and the
   * joined characters that belong to its last character}
   *
   * @param text a text with or without styles
   * @param from where the part begins
   * @param columns the number of columns for it
   */
  static int end(String text, int from, int columns) {
    int fitting = from;
    int left = columns;
    int previous = 0;
    int at = from;
    while (at < text.length()) {
      int style = Style.end(text, at);
      if (style > at) {
        at = style;
        continue;
      }
      int codePoint = text.codePointAt(at);
      int width = of(codePoint);
      if (width > 0 && previous != JOINER) {
        fitting = at;
      }
      left -= width;
      if (left < 0) {
        return fitting;
      }
      previous = codePoint;
      at += Character.charCount(codePoint);
    }
    return at;
  }

  /** {@return a text without styles, or its beginning with an ellipsis, in so many columns} */
  static String shortened(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    return columns == 0 ? "" : text.substring(0, end(text, 0, columns - 1)) + ELLIPSIS;
  }

  /** {@return a text without styles, or its end with an ellipsis, in so many columns} */
  static String endOf(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    if (columns == 0) {
      return "";
    }
    int at = text.length();
    int start = at;
    int left = columns - 1;
    while (at > 0) {
      at = text.offsetByCodePoints(at, -1);
      int width = of(text.codePointAt(at));
      left -= width;
      if (left < 0) {
        break;
      }
      // A part must not begin with a mark that belongs to the character before it.
      if (width > 0 && (at == 0 || text.charAt(at - 1) != JOINER)) {
        start = at;
      }
    }
    return ELLIPSIS + text.substring(start);
  }

  /** {@return whether a text contains a character that is written from right to left} */
  static boolean isRightToLeft(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(direction ->
            direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER);
  }
}
