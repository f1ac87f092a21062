package onrecord.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of text with aligned columns. On a terminal, no line is longer than the terminal is wide:
 * the longest cells are shortened, but no number is, and columns that have no room are left out,
 * the last ones first. Not thread-safe.
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
    /**
     * As {@link #LEFT}, for text of which a part is of no use. It is never shortened beside others,
     * and those before it are left out first, unless it takes more than half of the line.
     */
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
    List<Integer> shown = shown(terminal.lineLimit());
    int[] widths = widths(shown, room(terminal.lineLimit(), shown.size()));
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        int column = shown.get(i);
        text.append(i == 0 ? "" : GAP)
            .append(cell(columns.get(column), line.get(column), widths[i], terminal));
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

  /** {@return the columns that there is room for} */
  private List<Integer> shown(int limit) {
    List<Integer> shown =
        IntStream.range(0, columns.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
    while (shown.size() > 1 && sum(narrowest(shown)) > room(limit, shown.size())) {
      int leastNeeded = leastNeeded(shown, limit);
      shown.removeIf(column -> column == leastNeeded);
    }
    return shown;
  }

  /** {@return the last column, or the last one before those of which a part is of no use} */
  private int leastNeeded(List<Integer> shown, int limit) {
    int last = shown.size() - 1;
    while (last > 0
        && columns.get(shown.get(last)) == Align.WHOLE
        && width(shown.get(last)) <= limit / 2) {
      last--;
    }
    return last == 0 ? shown.getLast() : shown.get(last);
  }

  private int[] narrowest(List<Integer> shown) {
    return shown.stream().mapToInt(column -> narrowest(column, width(column))).toArray();
  }

  /** {@return the widths of the columns shown} */
  private int[] widths(List<Integer> shown, int room) {
    int[] widths = shown.stream().mapToInt(this::width).toArray();
    return sum(widths) <= room ? widths : narrowed(widths, narrowest(shown), room);
  }

  /** {@return the number of characters for some columns, with the sign that there are others} */
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
