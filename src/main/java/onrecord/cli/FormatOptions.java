package onrecord.cli;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.format.NetworkFormat;
import onrecord.format.TableFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that specify the format of a result. */
final class FormatOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Format of the output: text, csv, tsv or json. CSV and TSV contain the rows alone."
              + " Default: the one that the name of the file of --output ends with, such as .csv,"
              + " else text.")
  private @Nullable String format;

  @Option(
      names = "--json",
      description = "Short form of --format json: print one JSON object with the fields above.")
  private boolean json;

  @Mixin private final CellOptions cells = new CellOptions();

  /**
   * {@return the format, which is one of those known}
   *
   * @param known the formats that the result can be printed in
   * @param output where it is written; without an option, the name of a file specifies the format
   * @throws IllegalArgumentException if it is not known, or options exclude each other
   */
  ResultFormat chosen(Set<ResultFormat> known, OutputOptions output) {
    ResultFormat chosen = format == null ? ofFile(known, output) : named(known, format);
    if (json && format != null && chosen != ResultFormat.TEXT && chosen != ResultFormat.JSON) {
      throw new IllegalArgumentException("--json and --format " + chosen + " exclude each other");
    }
    ResultFormat effective = json ? ResultFormat.JSON : chosen;
    if (effective != ResultFormat.CSV && effective != ResultFormat.TSV) {
      cells.requireUnused(effective);
    }
    return effective;
  }

  private static ResultFormat named(Set<ResultFormat> known, String name) {
    return known.stream()
        .filter(candidate -> candidate.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--format must be one of "
                    + known.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ", but was '"
                    + name
                    + "'"));
  }

  private static ResultFormat ofFile(Set<ResultFormat> known, OutputOptions output) {
    return known.stream()
        .filter(candidate -> output.namesFile(candidate.toString()))
        .findFirst()
        .orElse(ResultFormat.TEXT);
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
