package onrecord.cli;

import java.util.Locale;

/**
 * The characters that control how a terminal displays text: control characters, which start escape
 * sequences among other things, line separators, and marks that change the direction of writing.
 */
final class ControlCharacters {

  private ControlCharacters() {}

  /**
   * {@return a text in which these characters are replaced by their escape sequences in JSON, so
   * that they are seen instead of obeyed}
   *
   * <p>If the text is a line of JSON, the result is JSON with the same values.
   */
  static String visible(String text) {
    int at = 0;
    while (at < text.length() && !isControl(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (; at < text.length(); at++) {
      append(visible, text.charAt(at));
    }
    return visible.toString();
  }

  /** {@return a text whose control characters are visible, except tabs and line feeds} */
  static String visibleInLines(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.chars()
        .forEach(c -> {
          if (c == '\t' || c == '\n') {
            visible.append((char) c);
          } else {
            append(visible, c);
          }
        });
    return visible.toString();
  }

  private static void append(StringBuilder visible, int c) {
    switch (c) {
      case '\t' -> visible.append("\\t");
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      default -> {
        if (isControl(c)) {
          visible.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
          visible.append((char) c);
        }
      }
    }
  }

  private static boolean isControl(int c) {
    return c < ' ' || (c >= 0x7f && (c <= 0x9f || isSeparator(c) || isBidi(c)));
  }

  private static boolean isSeparator(int c) {
    return c == '\u2028' || c == '\u2029';
  }

  /** {@return whether a character has the property Bidi_Control of Unicode} */
  private static boolean isBidi(int c) {
    return c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
