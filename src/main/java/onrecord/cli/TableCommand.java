package onrecord.cli;

import java.io.IOException;
import java.util.Set;
import onrecord.Archive;
import onrecord.query.Search;
import picocli.CommandLine.Mixin;

/** A command that prints a result as text, JSON or a table. */
abstract class TableCommand extends AskingCommand {

  @Mixin private final FormatOptions format = new FormatOptions();

  TableCommand(Terminal terminal) {
    super(terminal);
  }

  /** Returns the result of asking an archive. */
  @FunctionalInterface
  interface Question {
    Result ask(Archive open) throws IOException;
  }

  /** Prints a result in the format that was chosen. */
  @FunctionalInterface
  interface Printing {
    void print() throws IOException;
  }

  /**
   * {@return the question whose result is printed}
   *
   * @param search the search for the quotations
   * @throws IllegalArgumentException if an option is invalid
   */
  abstract Question question(Search.Builder search);

  /** {@return the formats that the result can be printed in} */
  Set<ResultFormat> formats() {
    return ResultFormat.ofTables();
  }

  /** Has a result of an archive printed. */
  void print(Archive open, Result result, Printing printing) throws IOException {
    printing.print();
  }

  @Override
  final Answer answer(Search.Builder search) {
    ResultFormat chosen = format.chosen(formats(), output());
    Question question = question(search);
    return (open, out) -> {
      Result result = question.ask(open);
      print(open, result, () -> format.print(chosen, out, result.withHints(() -> hints(open))));
    };
  }
}
