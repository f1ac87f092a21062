package onrecord.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of text with aligned columns. On a terminal, no line is longer than the terminal is wide:
 * the longest cells are shortened, but no number is, and columns that have no room are left out.
 * Not thread-safe.
 */
final class Table {

  private static final String GAP = "  ";
  private static final String LEFT_OUT = "\u2026";
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.,]+%?");

  /** Columns of text are not made narrower than this. */
  private static final int NARROWEST = 6;

  private final List<Align> columns;
  private final List<List<String>> lines = new ArrayList<>();

  /** The alignment of a column. */
  enum Align {
    LEFT,
    RIGHT,
    /** As {@link #LEFT}, for text of which a part is of no use. */
    WHOLE,
    /** As {@link #RIGHT}, for text whose end is kept where it is shortened. */
    END
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
    int[] widths = widths(terminal.lineLimit());
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(i == 0 ? "" : GAP)
            .append(cell(columns.get(i), line.get(i), widths[i], terminal));
      }
      text.append(widths.length < columns.size() ? GAP + LEFT_OUT : "");
      terminal.styledLine(text.toString().stripTrailing());
    }
  }

  private static String cell(Align align, String text, int width, Terminal terminal) {
    String part =
        align == Align.END ? TextWidth.endOf(text, width) : TextWidth.shortened(text, width);
    String blank = " ".repeat(width - TextWidth.of(part));
    String shown = terminal.isolated(part);
    return align == Align.LEFT || align == Align.WHOLE ? shown + blank : blank + shown;
  }

  /** {@return the widths of the columns that there is room for} */
  private int[] widths(int limit) {
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    int[] narrowest =
        IntStream.range(0, columns.size()).map(i -> narrowest(i, widths[i])).toArray();
    if (sum(widths) <= limit) {
      return widths;
    }
    int count = columns.size();
    while (count > 1 && sum(Arrays.copyOf(narrowest, count)) > room(limit, count)) {
      count--;
    }
    return narrowed(Arrays.copyOf(widths, count), narrowest, room(limit, count));
  }

  /** {@return the number of characters for the first columns, with the sign that others follow} */
  private int room(int limit, int count) {
    return count == columns.size() ? limit : limit - GAP.length() - LEFT_OUT.length();
  }

  /** {@return widths that fit, of which only the greatest are reduced, all to the same} */
  private static int[] narrowed(int[] widths, int[] narrowest, int room) {
    int most = Math.min(room, Arrays.stream(widths).max().orElse(0)) + 1;
    int[] result = widths;
    while (sum(result) > room && most > 0) {
      int greatest = --most;
      result =
          IntStream.range(0, widths.length)
              .map(i -> Math.max(Math.min(widths[i], greatest), narrowest[i]))
              .toArray();
    }
    int left = room - sum(result);
    for (int i = 0; i < widths.length && left > 0; i++) {
      if (result[i] < widths[i]) {
        result[i]++;
        left--;
      }
    }
    if (sum(result) > room && widths.length == 1) {
      result[0] = Math.max(room, 1);
    }
    return result;
  }

  private static int sum(int[] widths) {
    return Arrays.stream(widths).sum() + GAP.length() * Math.max(0, widths.length - 1);
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> TextWidth.of(line.get(column))).max().orElse(0);
  }

  private int narrowest(int column, int width) {
    if (columns.get(column) == Align.WHOLE) {
      return width;
    }
    int ofNumbers =
        lines.stream()
            .map(line -> line.get(column))
            .filter(cell -> NUMBER.matcher(cell).matches())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    return Math.max(ofNumbers, Math.min(width, NARROWEST));
  }
}
