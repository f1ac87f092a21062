package onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table of text with aligned columns. Not thread-safe. */
final class Table {

  private static final String GAP = "  ";

  private final List<Align> columns;
  private final List<List<String>> lines = new ArrayList<>();

  /** The alignment of a column. */
  enum Align {
    LEFT,
    RIGHT
  }

  Table(Align... columns) {
    this.columns = List.of(columns);
  }

  Table(List<Align> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a line, with as many cells as there are columns. */
  void line(List<String> cells) {
    lines.add(cells.stream().map(ResultPrinter::clean).toList());
  }

  void line(String... cells) {
    line(List.of(cells));
  }

  void print(Terminal terminal) {
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> lines.stream().mapToInt(line -> length(line.get(i))).max().orElse(0))
            .toArray();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        String blank = " ".repeat(widths[i] - length(line.get(i)));
        text.append(i == 0 ? "" : GAP)
            .append(columns.get(i) == Align.RIGHT ? blank + line.get(i) : line.get(i) + blank);
      }
      terminal.line(text.toString().stripTrailing());
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
