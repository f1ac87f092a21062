package onrecord.format;

import java.util.Locale;

/**
 * A format for tables: lines of cells, the first of which contains the names of the columns. Cells
 * that contain a separator, a quotation mark or a line break are enclosed in quotation marks, and
 * quotation marks in them are doubled. Lines end with a line feed. Immutable.
 *
 * <p>A spreadsheet evaluates cells that start with {@code =}, {@code +}, {@code -} or {@code @} as
 * formulas. In {@link #CSV} and {@link #TSV}, if a value does, also after blanks or invisible
 * characters, or starts with a tab or a line break, its cell has an apostrophe before it, in every
 * column; likewise if it does after apostrophes of its own. In {@link #RAW_CSV} and {@link
 * #RAW_TSV}, each cell is the value itself: these are for programs, and should not be opened in a
 * spreadsheet.
 *
 * <p>The elements of a list are separated by {@code |}. In an element, {@code |} is written {@code
 * \|}, and {@code \} is written {@code \\}. In a cell that is not a list, both are written as they
 * are.
 *
 * <p>No byte order mark is written. Some spreadsheets recognize UTF-8 only with one; to write it,
 * append U+FEFF to the output first.
 */
public enum TableFormat {

  /** Separated by commas, for spreadsheets. */
  CSV(',', Cells.AS_TEXT),

  /** Separated by commas, for programs. */
  RAW_CSV(',', Cells.AS_IS),

  /** Separated by tabs, for spreadsheets. */
  TSV('\t', Cells.AS_TEXT),

  /** Separated by tabs, for programs. */
  RAW_TSV('\t', Cells.AS_IS);

  private final char separator;
  private final Cells cells;

  TableFormat(char separator, Cells cells) {
    this.separator = separator;
    this.cells = cells;
  }

  /** How values are written in cells. */
  private enum Cells {
    AS_TEXT,
    AS_IS
  }

  /** {@return the name of the format in messages: "CSV" or "TSV"} */
  public String title() {
    return separator == '\t' ? "TSV" : "CSV";
  }

  /** {@return the name of the format on a command line, such as "raw-csv"} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  char separator() {
    return separator;
  }

  /** {@return the cell of a value} */
  String cell(String value) {
    return cells == Cells.AS_TEXT ? SpreadsheetCell.of(value) : value;
  }
}
