package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import picocli.CommandLine.Mixin;

/** A command that searches an archive and prints something about the quotations found. */
abstract class AskingCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
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
      Answer answer = UsageException.reading(() -> answer(queryOptions.search()));
      queryOptions.notes().forEach(terminal::complain);
      output.write(
          terminal,
          out -> {
            try (Archive open = archive.openReadOnly()) {
              answer.from(open, out);
            }
          });
      return 0;
    } catch (SearchLimitException e) {
      // Not a usage error: the command is valid, but the search exceeds a limit.
      throw new SearchLimitException(e.limit(), e.getMessage() + LimitOptions.option(e.limit()));
    }
  }
}
