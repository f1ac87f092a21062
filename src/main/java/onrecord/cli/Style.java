package onrecord.cli;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A style of text on a terminal. */
enum Style {
  BOLD("\u001b[1m"),
  DIM("\u001b[2m"),
  /** Words that are quoted. */
  WORDS("\u001b[1m"),
  /** The mention of the one who says them. */
  SPEAKER("\u001b[36m"),
  /** A word that signals speech. */
  CUE("\u001b[33m");

  /** What erases a line from the place where the terminal writes. */
  static final String ERASE_TO_END = "\u001b[K";

  private static final String PLAIN = "\u001b[0m";
  private static final char ISOLATE = '\u2068';
  private static final char END_OF_ISOLATE = '\u2069';
  private static final Pattern SEQUENCE =
      Pattern.compile("\u001b\\[(?:[012]|3[36])m|[" + ISOLATE + END_OF_ISOLATE + "]");

  private final String start;

  Style(String start) {
    this.start = start;
  }

  /** {@return a text in this style} */
  String apply(String text) {
    return start + text + PLAIN;
  }

  /** {@return a text whose direction of writing does not change the order of what is around it} */
  static String isolated(String text) {
    return ISOLATE + text + END_OF_ISOLATE;
  }

  /** {@return the end of the style that begins at a place of a text; the place itself if none} */
  static int end(String text, int at) {
    char c = text.charAt(at);
    if (c != '\u001b' && c != ISOLATE && c != END_OF_ISOLATE) {
      return at;
    }
    Matcher style = SEQUENCE.matcher(text).region(at, text.length());
    return style.lookingAt() ? style.end() : at;
  }

  /** {@return a text without styles} */
  static String remove(String text) {
    return SEQUENCE.matcher(text).replaceAll("");
  }

  /** {@return a text of which a function has changed everything except the styles} */
  static String mapBetween(String text, UnaryOperator<String> function) {
    StringBuilder result = new StringBuilder();
    int[] at = {0};
    SEQUENCE
        .matcher(text)
        .results()
        .forEach(style -> {
          result.append(function.apply(text.substring(at[0], style.start()))).append(style.group());
          at[0] = style.end();
        });
    return result.append(function.apply(text.substring(at[0]))).toString();
  }
}
