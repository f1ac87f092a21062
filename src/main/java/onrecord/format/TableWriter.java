package onrecord.format;

import com.google.common.io.CharStreams;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.util.List;

/**
 * Writes the lines of a table in a {@link TableFormat}. This is the only class of this package that
 * writes with FastCSV. Not thread-safe.
 */
final class TableWriter {

  private final Appendable out;
  private final TableFormat format;
  private final CsvWriter.CsvWriterBuilder lines;

  /**
   * Creates a writer.
   *
   * @throws IllegalStateException if FastCSV is missing; the message says how to add it
   */
  TableWriter(Appendable out, TableFormat format) {
    OptionalLibrary.FASTCSV.require("write " + format.title());
    this.out = out;
    this.format = format;
    this.lines =
        CsvWriter.builder().fieldSeparator(format.separator()).lineDelimiter(LineDelimiter.LF);
  }

  /** Writes a line at once. */
  void line(List<String> values) throws IOException {
    StringBuilder line = new StringBuilder();
    try (CsvWriter csv = lines.build(CharStreams.asWriter(line))) {
      csv.writeRecord(values.stream().map(format::cell).toList());
    }
    out.append(line);
  }
}
