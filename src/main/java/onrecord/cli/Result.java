package onrecord.cli;

import java.io.IOException;
import java.util.List;
import onrecord.format.NetworkFormat;
import onrecord.format.ResultJson;
import onrecord.format.TableFormat;
import onrecord.query.Hint;

/**
 * A result that a command can print in several formats.
 *
 * @param text prints it for a person
 * @param json returns it as one line of JSON
 * @param table writes it as a table
 * @param graph writes it as a graph
 */
record Result(Text text, JsonLine json, Table table, Graph graph) {

  /** Creates a result that is not a graph. */
  Result(Text text, JsonLine json, Table table) {
    this(
        text,
        json,
        table,
        (format, out) -> {
          throw new IllegalStateException("not a graph");
        });
  }

  /**
   * {@return a result that can only be printed as a table}
   *
   * @param option the option that requests it
   */
  static Result table(String option, Table table) {
    return new Result(
        out -> {
          throw onlyTable(option);
        },
        () -> {
          throw onlyTable(option);
        },
        table);
  }

  private static UsageException onlyTable(String option) {
    return new UsageException(option + " requires --format csv or --format tsv");
  }

  /** Returns hints on a search that finds nothing. */
  @FunctionalInterface
  interface Hints {
    List<Hint> get() throws IOException;
  }

  /** {@return this result, with hints in its JSON} */
  Result withHints(Hints hints) {
    return new Result(text, () -> ResultJson.withHints(json.get(), hints.get()), table, graph);
  }

  /** Prints a result for a person. */
  @FunctionalInterface
  interface Text {
    void print(Terminal out);
  }

  /** Returns a result as one line of JSON. */
  @FunctionalInterface
  interface JsonLine {
    String get() throws IOException;
  }

  /** Writes a result as a graph. */
  @FunctionalInterface
  interface Graph {
    void write(NetworkFormat format, Appendable out) throws IOException;
  }

  /** Writes a result as a table. */
  @FunctionalInterface
  interface Table {
    void write(TableFormat format, Appendable out) throws IOException;
  }
}
