package onrecord.source;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits the first lines of a text at a separator, as a table, without the library that reads
 * tables. Not thread-safe.
 */
final class CsvLines {

  private static final int LINES = 2;
  private static final int PROSE = 40;

  private final String text;
  private final char separator;
  private final List<Line> lines = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean inQuotes;
  private boolean isEnclosed;
  private boolean anyProse;

  /**
   * A line.
   *
   * @param cells its fields, without outer blanks and quotation marks
   * @param quoted whether quotation marks enclose a field that is long or could not do without them
   */
  record Line(List<String> cells, boolean quoted) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  private CsvLines(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** {@return the first two lines that are not blank, as far as they are within the head} */
  static List<Line> of(Head head, char separator) {
    CsvLines lines = new CsvLines(head.text(), separator);
    lines.split();
    if (!head.isCut() || lines.lines.isEmpty()) {
      lines.endLine();
    }
    return lines.lines;
  }

  private void split() {
    for (int i = 0; i < text.length() && lines.size() < LINES; i++) {
      char c = text.charAt(i);
      if (inQuotes) {
        if (c != '"') {
          cell.append(c);
        } else if (isAt(i + 1, '"')) {
          cell.append(c);
          i++;
        } else {
          inQuotes = false;
          isEnclosed = isEndOfCell(i + 1);
        }
      } else if (c == '"' && cell.isEmpty()) {
        inQuotes = true;
      } else if (c == separator) {
        endCell();
      } else if (c == '\n' || c == '\r') {
        endLine();
      } else {
        cell.append(c);
      }
    }
  }

  private boolean isAt(int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private boolean isEndOfCell(int index) {
    return index == text.length()
        || isAt(index, separator)
        || isAt(index, '\n')
        || isAt(index, '\r');
  }

  private void endCell() {
    anyProse |=
        isEnclosed
            && (cell.length() >= PROSE
                || CharMatcher.is(separator).or(CharMatcher.anyOf("\r\n")).matchesAnyOf(cell));
    cells.add(CharMatcher.whitespace().trimFrom(cell));
    cell.setLength(0);
    isEnclosed = false;
  }

  private void endLine() {
    endCell();
    if (!inQuotes && lines.size() < LINES && (cells.size() > 1 || !cells.getFirst().isEmpty())) {
      lines.add(new Line(cells, anyProse));
    }
    cells = new ArrayList<>();
    anyProse = false;
  }
}
