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

/** Deletes articles from an archive. */
@Command(
    name = "delete",
    description = {
      "Deletes articles and their quotations from an archive, by id or by query.",
      "A query that refers only to articles (title, text, outlet, section, author, language, tag,"
          + " article, published) deletes the articles that match. Any other query deletes the"
          + " articles that contain a matching quotation, including INDIRECT ones."
    })
final class DeleteCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids of the articles.")
  private List<String> ids = List.of();

  @Option(
      names = "--query",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "QUERY",
      description = "Delete the articles that match a query, such as 'outlet:sun published:2019'.")
  private @Nullable String query;

  @Option(
      names = "--dry-run",
      description =
          "Delete nothing, and print the ids of the articles that would be deleted, one on each"
              + " line; with --json, only the numbers.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description = "Print one JSON object with the numbers {\"deleted\", \"missing\"}.")
  private boolean json;

  DeleteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (ids.isEmpty() == (query == null)) {
      throw new UsageException("specify either ids of articles or --query");
    }
    Optional<Query> choice =
        UsageException.reading(() -> Optional.ofNullable(query).map(Query::parse));
    return dryRun ? count(choice) : delete(choice);
  }

  /** Prints what would be deleted. */
  private int count(Optional<Query> choice) throws IOException {
    long found = 0;
    long missing = 0;
    try (Archive open = archive.openReadOnly()) {
      if (choice.isPresent()) {
        found = open.listForDeletion(choice.get(), this::print);
      }
      for (String id : ids) {
        if (open.article(id).isPresent()) {
          found++;
          print(id);
        } else {
          missing++;
          terminal.complain("there is no article " + id);
        }
      }
    }
    report(found, missing);
    return missing == 0 ? 0 : 1;
  }

  private void print(String id) {
    if (!json) {
      terminal.line(id);
    }
  }

  private int delete(Optional<Query> choice) throws IOException {
    long deleted = 0;
    long missing = 0;
    Optional<StopSignal> stop;
    try (StopSignals signals = StopSignals.receive(terminal::announceStop);
        Archive open = archive.openPresent(ArchiveOptions.DEFAULT)) {
      if (choice.isPresent()) {
        deleted = open.delete(choice.get());
      }
      for (String id : ids) {
        if (signals.first().isPresent()) {
          break;
        }
        if (open.delete(id)) {
          deleted++;
        } else {
          missing++;
          terminal.complain("there is no article " + id);
        }
      }
      open.commit();
      stop = signals.first();
    }
    if (stop.isPresent()) {
      terminal.complain(
          "stopped by "
              + stop.get()
              + "; deleted and committed "
              + Count.of(deleted, "article")
              + "; the same command deletes the others");
      return stop.get().exitCode();
    }
    report(deleted, missing);
    return missing == 0 ? 0 : 1;
  }

  private void report(long deleted, long missing) throws IOException {
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("deleted", deleted);
            out.writeNumberProperty("missing", missing);
          }));
    } else {
      terminal.line((dryRun ? "Would delete " : "Deleted ") + Count.of(deleted, "article") + ".");
    }
  }
}
