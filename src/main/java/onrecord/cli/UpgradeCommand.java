package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.engine.UpgradeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rebuilds an archive of an older format. */
@Command(
    name = "upgrade",
    description = {
      "Rebuilds an archive of an older format in the current one, from the articles and quotations"
          + " that it holds.",
      "Until the upgrade is complete, the archive is unchanged; the disk needs room for both.",
      "An archive that has the current format is left as it is and is not read; verify checks it."
    })
final class UpgradeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--json",
      description = "Print one JSON object: {\"from\", \"to\", \"articles\"}.")
  private boolean json;

  UpgradeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  @SuppressWarnings("try") // The progress is shown, not referred to.
  public Integer call() throws IOException {
    UpgradeReport report;
    Observed observed = new Observed();
    try (Progress progress = Progress.start(terminal, "upgrading", observed::amount)) {
      report = Archive.upgrade(archive.folder(), observed);
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("from", report.from());
            out.writeNumberProperty("to", report.to());
            out.writeNumberProperty("articles", report.articles());
          }));
    } else if (report.from() == report.to()) {
      terminal.line(archive.folder() + " already has the current format, " + report.to() + ".");
    } else {
      terminal.line(
          "Rebuilt "
              + Count.of(report.articles(), "article")
              + " of format "
              + report.from()
              + " in format "
              + report.to()
              + ".");
    }
    return 0;
  }
}
