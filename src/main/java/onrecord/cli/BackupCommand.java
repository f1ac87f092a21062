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
      "Copies the last commit of an archive to another folder, even while the archive is being"
          + " written to.",
      "Files of an earlier backup are not copied again; the checksums of all files are compared. A"
          + " backup is an archive and can be opened like any other."
    })
final class BackupCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();

  @Parameters(
      paramLabel = "TARGET",
      description = "Earlier backup of the archive, empty folder or new one.")
  private Path target = Path.of("");

  @Option(
      names = "--json",
      description = "Print one JSON object: {\"files\", \"copied\", \"bytes\"}.")
  private boolean json;

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private void stop(StopSignal signal) {
    terminal.complain(
        "stopped by "
            + signal
            + "; an earlier backup in "
            + target
            + " is still valid; the same command copies the rest");
    signal.endProcess();
  }

  @Override
  @SuppressWarnings("try") // The signals and the progress are not referred to.
  public Integer call() throws IOException {
    BackupReport report;
    Observed observed = new Observed();
    try (StopSignals signals = StopSignals.receive(this::stop);
        Archive open = archive.openReadOnly();
        Progress progress = Progress.start(terminal, "backing up", observed::amount)) {
      report = open.backUp(target, observed);
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
              + "; copied "
              + report.copied()
              + " with "
              + Count.of(report.bytes(), "byte")
              + ".");
    }
    return 0;
  }
}
