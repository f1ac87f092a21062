package onrecord.format;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table that a spreadsheet has saved: separated by commas, semicolons or tabs. This
 * is the only class of this package that reads with FastCSV. Immutable.
 *
 * @param rows the rows that are not empty, the names of the columns first
 */
record SheetRows(List<Row> rows) {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  SheetRows {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param line the line that it starts at, from 1
   * @param cells its cells
   */
  record Row(long line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Reads a table by the separator by which its first row has a column.
   *
   * @param source the name of the table in messages
   * @param column the name of the column
   * @throws IOException if no separator gives this column, or the table is not valid
   */
  static SheetRows read(String text, String source, String column) throws IOException {
    String first = CharMatcher.anyOf("\r\n").trimLeadingFrom(text).lines().findFirst().orElse("");
    for (char separator : SEPARATORS) {
      if (cells(first, separator).contains(column)) {
        return new SheetRows(rows(text, separator, source));
      }
    }
    throw new IOException(
        source
            + ", line 1: must name the columns, one of them '"
            + column
            + "', separated by commas, semicolons or tabs, but was '"
            + (first.length() > 100 ? first.substring(0, 100) + "..." : first)
            + "'");
  }

  private static List<String> cells(String line, char separator) throws IOException {
    try {
      List<Row> rows = rows(line, separator, "");
      return rows.isEmpty() ? List.of() : names(rows.getFirst().cells());
    } catch (IOException e) {
      // Not a row by this separator.
      return List.of();
    }
  }

  /** {@return the names of columns without outer blanks} */
  static List<String> names(List<String> cells) {
    return cells.stream().map(String::strip).toList();
  }

  private static List<Row> rows(String text, char separator, String source) throws IOException {
    List<Row> rows = new ArrayList<>();
    long line = 0;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        line = record.getStartingLineNumber();
        rows.add(new Row(line, record.getFields()));
      }
      return rows;
    } catch (CsvParseException | UncheckedIOException e) {
      Throwable cause = e.getCause();
      throw new IOException(
          source
              + ", line "
              + line
              + ": is followed by a row that is not valid: "
              + (cause == null ? e.getMessage() : cause.getMessage()),
          e);
    }
  }
}
