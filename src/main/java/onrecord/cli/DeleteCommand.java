package onrecord.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes articles out of an archive. */
@Command(
    name = "delete",
    description = "Takes articles with their quotations out of an archive, by their ids.")
final class DeleteCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(arity = "1..*", paramLabel = "ID", description = "The ids of the articles.")
  private List<String> ids = List.of();

  @Option(
      names = "--json",
      description = "Print one object: {\"deleted\", \"missing\"}, how many each.")
  private boolean json;

  DeleteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    int[] deleted = new int[1];
    int[] missing = new int[1];
    try (Archive open = archive.openPresent(ArchiveOptions.DEFAULT)) {
      for (String id : ids) {
        if (open.delete(id)) {
          deleted[0]++;
        } else {
          missing[0]++;
          terminal.complain("there is no article " + id);
        }
      }
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("deleted", deleted[0]);
            out.writeNumberProperty("missing", missing[0]);
          }));
    } else {
      terminal.line("Deleted " + Count.of(deleted[0], "article") + ".");
    }
    return missing[0] == 0 ? 0 : 1;
  }
}
