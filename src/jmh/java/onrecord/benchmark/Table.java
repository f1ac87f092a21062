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
}
