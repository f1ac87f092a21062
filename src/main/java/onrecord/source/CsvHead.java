package onrecord.source;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes tables of articles by their first lines, without the library that reads them: the
 * separator, and the names of the columns.
 *
 * @param separator the character between the fields
 * @param columns the names of the columns, as printed
 * @param headed whether the first line of the table has the names
 */
record CsvHead(char separator, List<String> columns, boolean headed) {

  /** The columns of the tables that trafilatura writes, which have no line of names. */
  private static final List<String> TRAFILATURA =
      List.of(
          "url",
          "id",
          "fingerprint",
          "hostname",
          "title",
          "image",
          "date",
          "text",
          "comments",
          "license",
          "pagetype");

  private static final String SEPARATORS = "\t;,|";
  private static final int LONGEST_NAME = 60;
  private static final int DATE = 6;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|null|");

  /** Copies the list. */
  CsvHead {
    columns = List.copyOf(columns);
  }

  /** {@return the head of a table of articles; empty if a content is none} */
  static Optional<CsvHead> of(Head head) {
    String text = head.text();
    FieldNames names = head.options().names();
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      List<List<String>> lines = lines(text, separator);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      List<String> first = lines.getFirst();
      if (isHeader(first, names) && isFollowedByAsMany(lines)) {
        return Optional.of(new CsvHead(separator, first, true));
      }
      if (separator == '\t' && isTrafilatura(first)) {
        return Optional.of(new CsvHead(separator, TRAFILATURA, false));
      }
    }
    return Optional.empty();
  }

  /** {@return whether a content is a table of articles, whether or not it has their texts} */
  static boolean isRecognized(Head head) {
    return of(head).isPresent();
  }

  /** Two columns or more have the names of components of articles, or one that was specified. */
  private static boolean isHeader(List<String> cells, FieldNames names) {
    Set<String> components = new HashSet<>();
    for (String cell : cells) {
      if (cell.length() > LONGEST_NAME) {
        return false;
      }
      for (FieldNames.Use use : names.uses(cell)) {
        if (use.path().isEmpty()) {
          components.add(use.component());
          if (use.rank() == 0 && use.component().equals("text")) {
            return true;
          }
        }
      }
    }
    return components.size() >= 2;
  }

  private static boolean isFollowedByAsMany(List<List<String>> lines) {
    return lines.size() < 2 || lines.get(1).size() == lines.getFirst().size();
  }

  private static boolean isTrafilatura(List<String> cells) {
    return cells.size() == TRAFILATURA.size()
        && (cells.getFirst().startsWith("http://") || cells.getFirst().startsWith("https://"))
        && DAY.matcher(cells.get(DATE)).matches();
  }

  /** {@return the cells of the first two lines, as far as they are within the text} */
  private static List<List<String>> lines(String text, char separator) {
    List<List<String>> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length() && lines.size() < 2; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == separator) {
        cells.add(strip(cell));
      } else if (!quoted && c == '\n') {
        cells.add(strip(cell));
        if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
          lines.add(List.copyOf(cells));
        }
        cells.clear();
      } else {
        cell.append(c);
      }
    }
    if (lines.isEmpty() && !cells.isEmpty()) {
      cells.add(strip(cell));
      lines.add(List.copyOf(cells));
    }
    return lines;
  }

  private static String strip(StringBuilder cell) {
    String text = CharMatcher.whitespace().trimFrom(cell);
    cell.setLength(0);
    return text;
  }
}
