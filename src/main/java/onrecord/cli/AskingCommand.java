package onrecord.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.query.Hint;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import picocli.CommandLine.Mixin;

/** A command that searches an archive and prints something about the quotations found. */
abstract class AskingCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();
  @Mixin private final QueryOptions queryOptions = new QueryOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  AskingCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints the answer of an archive. */
  @FunctionalInterface
  interface Answer {
    void from(Archive open, Output out) throws IOException;
  }

  /**
   * {@return the answer to print}
   *
   * @param search the search for the quotations
   * @throws IllegalArgumentException if an option is invalid
   */
  abstract Answer answer(Search.Builder search);

  @Override
  public final Integer call() throws IOException {
    try {
      Answer answer = UsageException.reading(() -> answer(search()));
      queryOptions.notes().forEach(terminal::complain);
      output.write(
          terminal,
          out -> {
            try (Archive open = archive.openReadOnly()) {
              answer.from(open, out);
              explainNothing(open);
            }
          });
      terminal.flush();
      answered();
      return 0;
    } catch (SearchLimitException e) {
      // Not a usage error: the command is valid, but the search exceeds a limit.
      throw new SearchLimitException(e.limit(), e.getMessage() + LimitOptions.option(e.limit()));
    }
  }

  /**
   * Is called when the answer has been printed.
   *
   * @throws IOException if what depends on that cannot be done
   */
  void answered() throws IOException {}

  /** Reports what no quotation matches, if none is found. */
  private void explainNothing(Archive open) throws IOException {
    for (Hint hint : hints(open)) {
      terminal.complain(
          "nothing in the archive matches "
              + hint.part()
              + (hint.nearest().isEmpty()
                  ? ""
                  : "; the nearest are " + String.join(", ", hint.nearest())));
    }
  }

  /**
   * {@return the search that the options specify}
   *
   * @throws IllegalArgumentException if an option is invalid
   */
  final Search.Builder search() {
    return queryOptions.search();
  }

  /** {@return where the answer is written} */
  final OutputOptions output() {
    return output;
  }

  final Terminal terminal() {
    return terminal;
  }

  /**
   * {@return the searches of which none should be without a quotation, the first that of the
   * options}
   *
   * @throws IllegalArgumentException if an option is invalid
   */
  List<Search> searches() {
    return List.of(search().build());
  }

  /** {@return the parts of a search that no quotation matches, if none is found} */
  final List<Hint> hints(Archive open) throws IOException {
    try {
      for (Search each : searches()) {
        List<Hint> hints = open.statistics().hints(each);
        if (!hints.isEmpty()) {
          return hints;
        }
      }
      return List.of();
    } catch (SearchLimitException e) {
      // The answer is complete without an explanation.
      return List.of();
    }
  }
}
