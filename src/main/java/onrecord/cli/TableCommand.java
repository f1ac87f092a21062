package onrecord.cli;

import java.io.IOException;
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

  /**
   * {@return the question whose result is printed}
   *
   * @param search the search for the quotations
   * @throws IllegalArgumentException if an option is invalid
   */
  abstract Question question(Search.Builder search);

  @Override
  final Answer answer(Search.Builder search) {
    ResultFormat chosen = format.chosen(ResultFormat.ofTables());
    Question question = question(search);
    return (open, out) ->
        format.print(chosen, out, question.ask(open).withHints(() -> hints(open)));
  }
}
