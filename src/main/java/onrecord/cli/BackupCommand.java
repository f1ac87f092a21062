package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.engine.BackupReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backs up an archive. */
@Command(
    name = "backup",
    description = {
      "Copies the last commit of an archive to another folder, also while it is being written to.",
      "Files that are there from an earlier backup are not copied again; the checksums of all"
          + " files are compared. A backup is an archive and can be opened like any other."
    })
final class BackupCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(
      paramLabel = "TARGET",
      description = "An earlier backup of the archive, an empty folder or a new one.")
  private Path target = Path.of("");

  @Option(names = "--json", description = "Print one object: {\"files\", \"copied\", \"bytes\"}.")
  private boolean json;

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    BackupReport report;
    try (Archive open = archive.openReadOnly()) {
      report = open.backUp(target);
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("files", report.files());
            out.writeNumberProperty("copied", report.copied());
            out.writeNumberProperty("bytes", report.bytes());
          }));
    } else {
      terminal.line(
          target
              + " holds "
              + Count.of(report.files(), "file")
              + ", of which "
              + report.copied()
              + " with "
              + Count.of(report.bytes(), "byte")
              + " were copied.");
    }
    return 0;
  }
}
