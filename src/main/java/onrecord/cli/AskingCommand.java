package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that searches an archive and prints something about the quotations found. */
abstract class AskingCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final QueryOptions queryOptions = new QueryOptions();

  @Option(names = "--json", description = "Print one JSON object with the fields listed above.")
  private boolean json;

  AskingCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints the answer of an archive. */
  @FunctionalInterface
  interface Answer {
    void from(Archive open) throws IOException;
  }

  /** Returns a result as one line of JSON. */
  @FunctionalInterface
  interface JsonLine {
    String get() throws IOException;
  }

  /**
   * {@return the answer to print}
   *
   * @param search the search for the quotations
   * @throws IllegalArgumentException if an option is invalid
   */
  abstract Answer answer(Search.Builder search);

  final Terminal terminal() {
    return terminal;
  }

  final boolean json() {
    return json;
  }

  /** Prints JSON with the option {@code --json}, and otherwise text for a person. */
  final void print(JsonLine object, Runnable text) throws IOException {
    if (json) {
      terminal.line(object.get());
    } else {
      text.run();
    }
  }

  @Override
  public final Integer call() throws IOException {
    try {
      Answer answer = UsageException.reading(() -> answer(queryOptions.search()));
      try (Archive open = archive.openReadOnly()) {
        answer.from(open);
      }
      return 0;
    } catch (SearchLimitException e) {
      // Not a usage error: the command is valid, but the search exceeds a limit.
      throw new SearchLimitException(e.limit(), e.getMessage() + LimitOptions.option(e.limit()));
    }
  }
}
