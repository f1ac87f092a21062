package onrecord.cli;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Divides text into lines. */
final class Wrapping {

  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private Wrapping() {}

  /**
   * {@return the lines of a text, at least one, wrapped at its blanks; words that are longer than a
   * line are divided}
   *
   * @param text a text with or without styles
   * @param width the number of columns of a line
   */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int length = 0;
    for (String word : WORDS.split(text.strip())) {
      int wordLength = TextWidth.of(word);
      if (length > 0 && length + 1 + wordLength > width) {
        lines.add(line.toString());
        line.setLength(0);
        length = 0;
      }
      if (length > 0) {
        line.append(' ');
        length++;
      }
      String rest = word;
      while (wordLength > width) {
        int end = Math.max(TextWidth.end(rest, 0, width), rest.offsetByCodePoints(0, 1));
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
        wordLength = TextWidth.of(rest);
      }
      line.append(rest);
      length += wordLength;
    }
    lines.add(line.toString());
    return lines;
  }
}
