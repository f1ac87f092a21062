package onrecord.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, after the names of its columns, one at a time. Needs FastCSV. Not
 * thread-safe.
 */
final class CsvRows {

  private final Iterator<CsvRecord> records;
  private final SourceInput input;
  private long line;

  /**
   * A row.
   *
   * @param line the line that it starts at, from 1
   * @param cells its fields
   */
  record Row(long line, List<String> cells) {}

  /** Creates a reader of the characters of a table. */
  @SuppressWarnings("MustBeClosed") // The reader of the characters belongs to the caller.
  CsvRows(Reader characters, CsvHead head, SourceInput input) {
    this.input = input;
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(head.separator())
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .maxBufferSize(input.limits().bytes())
            .ofCsvRecord(characters);
    this.records = reader.iterator();
  }

  /**
   * {@return the next row, or null at the end}
   *
   * @throws ArticleFormatException if what follows is not a valid table
   * @throws IOException if it cannot be read
   */
  @Nullable Row next() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord record = records.next();
      line = record.getStartingLineNumber();
      return new Row(line, record.getFields());
    } catch (CsvParseException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failure && !isTooLong(failure)) {
        throw failure;
      }
      throw new ArticleFormatException(
          input.source(),
          line,
          "is followed by a row that is not valid: "
              + (cause == null ? e.getMessage() : cause.getMessage()),
          e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isTooLong(IOException failure) {
    return failure.getClass().getName().startsWith("de.siegmar.");
  }
}
