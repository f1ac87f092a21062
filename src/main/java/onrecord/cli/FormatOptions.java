package onrecord.cli;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.format.NetworkFormat;
import onrecord.format.TableFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that specify the format of a result. */
final class FormatOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Format of the output: text, csv, tsv or json. CSV and TSV contain the rows alone."
              + " Default: ${DEFAULT-VALUE}.")
  private String format = ResultFormat.TEXT.toString();

  @Option(
      names = "--json",
      description = "Short form of --format json: print one JSON object with the fields above.")
  private boolean json;

  @Mixin private final CellOptions cells = new CellOptions();

  /**
   * {@return the format, which is one of those known}
   *
   * @throws IllegalArgumentException if it is not, or options exclude each other
   */
  ResultFormat chosen(Set<ResultFormat> known) {
    ResultFormat chosen =
        known.stream()
            .filter(candidate -> candidate.toString().equalsIgnoreCase(format))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "--format must be one of "
                        + known.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ", but was '"
                        + format
                        + "'"));
    if (json && chosen != ResultFormat.TEXT && chosen != ResultFormat.JSON) {
      throw new IllegalArgumentException("--json and --format " + chosen + " exclude each other");
    }
    ResultFormat effective = json ? ResultFormat.JSON : chosen;
    if (effective != ResultFormat.CSV && effective != ResultFormat.TSV) {
      cells.requireUnused(effective);
    }
    return effective;
  }

  /** Prints a result in a format. */
  void print(ResultFormat chosen, Output out, Result result) throws IOException {
    switch (chosen) {
      case CSV -> printTable(cells.csv(), out, result);
      case TSV -> printTable(cells.tsv(), out, result);
      case JSON -> out.terminal().line(result.json().get());
      case GRAPHML -> result.graph().write(NetworkFormat.GRAPHML, out.terminal().text());
      case GEXF -> result.graph().write(NetworkFormat.GEXF, out.terminal().text());
      case TEXT -> result.text().print(out.terminal());
    }
  }

  private void printTable(TableFormat table, Output out, Result result) throws IOException {
    Appendable text = out.terminal().text();
    cells.start(text);
    result.table().write(table, text);
  }
}
