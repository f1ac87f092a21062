package onrecord.cli;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A style of text on a terminal. */
enum Style {
  BOLD("\u001b[1m"),
  DIM("\u001b[2m");

  private static final String PLAIN = "\u001b[0m";
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[012]m");

  private final String start;

  Style(String start) {
    this.start = start;
  }

  /** {@return a text in this style} */
  String apply(String text) {
    return start + text + PLAIN;
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
