package onrecord.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.query.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes articles out of an archive. */
@Command(
    name = "delete",
    description = {
      "Takes articles with their quotations out of an archive, by their ids or by a query.",
      "A query about articles alone (title, text, outlet, section, author, language, tag, article,"
          + " published) takes out those it is true of; any other takes out those with a quotation"
          + " that it finds, an INDIRECT one too."
    })
final class DeleteCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(arity = "0..*", paramLabel = "ID", description = "The ids of the articles.")
  private List<String> ids = List.of();

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description =
          "In place of ids: the articles that a query chooses, such as 'outlet:sun published:2019'.")
  private @Nullable String query;

  @Option(
      names = "--json",
      description = "Print one object: {\"deleted\", \"missing\"}, how many each.")
  private boolean json;

  DeleteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (ids.isEmpty() == (query == null)) {
      throw new UsageException("either the ids of articles or a --query must be given");
    }
    Optional<Query> choice =
        UsageException.reading(() -> Optional.ofNullable(query).map(Query::parse));
    long deleted = 0;
    long missing = 0;
    try (Archive open = archive.openPresent(ArchiveOptions.DEFAULT)) {
      if (choice.isPresent()) {
        deleted = open.delete(choice.get());
      }
      for (String id : ids) {
        if (open.delete(id)) {
          deleted++;
        } else {
          missing++;
          terminal.complain("there is no article " + id);
        }
      }
    }
    tell(deleted, missing);
    return missing == 0 ? 0 : 1;
  }

  private void tell(long deleted, long missing) throws IOException {
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("deleted", deleted);
            out.writeNumberProperty("missing", missing);
          }));
    } else {
      terminal.line("Deleted " + Count.of(deleted, "article") + ".");
    }
  }
}
