package onrecord.cli;

import java.io.IOException;
import onrecord.format.TableFormat;
import picocli.CommandLine.Option;

/** The options for CSV and TSV. */
final class CellOptions {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  @Option(
      names = "--raw-cells",
      description = "Print CSV or TSV for programs: without apostrophes before formulas.")
  private boolean raw;

  @Option(
      names = "--bom",
      description =
          "Start CSV or TSV with a byte order mark, by which some spreadsheets recognize UTF-8.")
  private boolean bom;

  boolean raw() {
    return raw;
  }

  /**
   * Checks that the options apply to a format that is not a table.
   *
   * @throws IllegalArgumentException if they do not
   */
  void requireUnused(Object format) {
    if (raw || bom) {
      throw new IllegalArgumentException(
          (raw ? "--raw-cells" : "--bom") + " applies to CSV and TSV, not to " + format);
    }
  }

  /** {@return CSV, as the options specify} */
  TableFormat csv() {
    return raw ? TableFormat.RAW_CSV : TableFormat.CSV;
  }

  /** {@return TSV, as the options specify} */
  TableFormat tsv() {
    return raw ? TableFormat.RAW_TSV : TableFormat.TSV;
  }

  /** Writes the byte order mark of a table, if there is to be one. */
  void start(Appendable out) throws IOException {
    if (bom) {
      out.append(BYTE_ORDER_MARK);
    }
  }
}
