package onrecord.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Prints rows of values, each but the first with the ratio of the first to it. Immutable. */
final class Table {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Table() {}

  /** Prints a line. */
  static void line(String text, Object... values) {
    OUT.println(String.format(Locale.ROOT, text, values));
  }

  /** Prints the heads of the columns of a part of the table. */
  static void head(String title, List<String> columns) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%n%-46s", title));
    for (int i = 0; i < columns.size(); i++) {
      row.append(String.format(Locale.ROOT, " %10s", columns.get(i)));
      row.append(i == 0 ? "" : String.format(Locale.ROOT, " %7s", "ratio"));
    }
    OUT.println(row);
  }

  /**
   * Prints a row.
   *
   * @param number the format of a value
   * @param values the values of the columns
   */
  static void row(String name, String number, double... values) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-46s", name));
    for (int i = 0; i < values.length; i++) {
      row.append(
          String.format(Locale.ROOT, " %10s", String.format(Locale.ROOT, number, values[i])));
      row.append(i == 0 ? "" : String.format(Locale.ROOT, " %7.2f", values[0] / values[i]));
    }
    OUT.println(row);
  }

  /** Prints rows of two values. */
  static void rows(List<Compared> rows) {
    rows.forEach(row -> row(row.name(), row.number(), row.archive(), row.byHand()));
  }

  /**
   * Prints rows of two values and their ratio for each of several archives.
   *
   * @param columns the names of the archives
   * @param values the values of each archive, all with the same names
   */
  static void columns(String title, List<String> columns, List<List<Compared>> values) {
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%n%-52s", title));
    columns.forEach(column ->
        head.append(String.format(Locale.ROOT, " %12s %10s %6s", column, "by hand", "ratio")));
    OUT.println(head);
    for (int i = 0; i < values.getFirst().size(); i++) {
      StringBuilder row =
          new StringBuilder(String.format(Locale.ROOT, "%-52s", values.getFirst().get(i).name()));
      for (List<Compared> column : values) {
        Compared each = column.get(i);
        row.append(
            String.format(
                Locale.ROOT,
                " %12s %10s %6.2f",
                String.format(Locale.ROOT, each.number(), each.archive()),
                String.format(Locale.ROOT, each.number(), each.byHand()),
                each.archive() / each.byHand()));
      }
      OUT.println(row);
    }
  }
}
