package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists that tables and JSON hold as one string. */
final class PrintedList {

  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
  private static final Pattern BY = Pattern.compile("(?i)by:?\\s.*", Pattern.DOTALL);

  private PrintedList() {}

  /**
   * {@return the elements of a list that is separated by vertical bars, as Onrecord writes it, or
   * by semicolons, or printed by Python}
   */
  static List<String> of(String text) {
    String stripped = text.strip();
    return ofPython(stripped).orElseGet(() -> separated(stripped)).stream()
        .filter(part -> !part.isBlank() && !JsonArticle.isMissing(part))
        .toList();
  }

  /** {@return the elements of a list that Onrecord wrote, as they were} */
  static List<String> ofOnrecord(String text) {
    return betweenBars(text);
  }

  private static List<String> separated(String text) {
    List<String> elements = betweenBars(text);
    return elements.size() > 1
        ? elements.stream().map(String::strip).toList()
        : SEMICOLON.splitAsStream(text).toList();
  }

  /** In lists of Onrecord, a backslash is before a backslash and before a bar in an element. */
  private static List<String> betweenBars(String text) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '|') {
        elements.add(element.toString());
        element.setLength(0);
      } else {
        boolean escape =
            c == '\\' && i + 1 < text.length() && "\\|".indexOf(text.charAt(i + 1)) >= 0;
        i += escape ? 1 : 0;
        element.append(text.charAt(i));
      }
    }
    elements.add(element.toString());
    return elements;
  }

  /**
   * {@return the authors in a list, which may be printed as a byline, "By Ada Holm and Bo Lind"}
   */
  static List<String> ofAuthors(String text) {
    return of(text).stream()
        .flatMap(part ->
            BY.matcher(part).matches() ? Byline.names(part).stream() : List.of(part).stream())
        .toList();
  }

  /** {@return the strings of a list as Python prints it, <code>['Ada', "O'Hara"]</code>} */
  private static Optional<List<String>> ofPython(String text) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return Optional.empty();
    }
    List<String> elements = new ArrayList<>();
    int end = text.length() - 1;
    int at = 1;
    while (at < end) {
      int close = closeOf(text, at);
      boolean last = close == end - 1;
      if (close < 0 || !(last || text.startsWith(", ", close + 1))) {
        return Optional.empty();
      }
      elements.add(unescaped(text.substring(at + 1, close)));
      at = last ? end : close + 3;
    }
    return Optional.of(elements);
  }

  /** {@return where the string that starts at an index ends; -1 if none does} */
  private static int closeOf(String text, int start) {
    char quote = text.charAt(start);
    if (quote != '\'' && quote != '"') {
      return -1;
    }
    for (int i = start + 1; i < text.length() - 1; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private static String unescaped(String element) {
    return element.replace("\\'", "'").replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
