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
      "Rebuilds an archive of an older format in the present one, from the articles and quotations"
          + " that it holds.",
      "Until it is done, the archive is as it was. It needs room for both."
    })
final class UpgradeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Option(names = "--json", description = "Print one object: {\"from\", \"to\", \"articles\"}.")
  private boolean json;

  UpgradeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    UpgradeReport report = Archive.upgrade(archive.folder());
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("from", report.from());
            out.writeNumberProperty("to", report.to());
            out.writeNumberProperty("articles", report.articles());
          }));
    } else if (report.from() == report.to()) {
      terminal.line(archive.folder() + " has the present format " + report.to() + " already.");
    } else {
      terminal.line(
          "Rebuilt "
              + Count.of(report.articles(), "article")
              + " of the format "
              + report.from()
              + " in the format "
              + report.to()
              + ".");
    }
    return 0;
  }
}
