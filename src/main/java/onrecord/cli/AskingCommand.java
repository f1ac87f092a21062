package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that asks an archive for quotations and prints something about them. */
abstract class AskingCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final QueryOptions queryOptions = new QueryOptions();

  @Option(names = "--json", description = "Print one object, with the fields told above.")
  private boolean json;

  AskingCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints what was asked of an archive. */
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
   * {@return what is to be done}
   *
   * @param search the search for the quotations
   * @throws IllegalArgumentException if an option is not valid
   */
  abstract Answer answer(Search.Builder search);

  final Terminal terminal() {
    return terminal;
  }

  final boolean json() {
    return json;
  }

  /** Prints one line of JSON or a text to be read, whichever is wanted. */
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
      // The command was understood, but its work is too much.
      throw new SearchLimitException(e.limit(), e.getMessage() + LimitOptions.option(e.limit()));
    }
  }
}
