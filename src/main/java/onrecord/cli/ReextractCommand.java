package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.AddObserver;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.Rejection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Extracts the quotations of the articles in an archive anew. */
@Command(
    name = "reextract",
    description = {
      "Extracts the quotations of articles anew where another version of the extractor found them.",
      "Articles keep their ids, and so do quotations that begin at the same place. An interrupted"
          + " run is repeated at little cost."
    })
final class ReextractCommand implements Callable<Integer> {

  private static final long COMMIT_EVERY = 1000;

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--json",
      description =
          "Print one object: {\"replaced\", \"unchanged\", \"rejected\"}; unchanged are those that"
              + " another program changed meanwhile.")
  private boolean json;

  ReextractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    AddReport report;
    try (Archive open =
        archive.openPresent(ArchiveOptions.builder().commitEvery(COMMIT_EVERY).build())) {
      report =
          open.reextract(
              new AddObserver() {
                @Override
                public void rejected(Rejection rejection) {
                  terminal.complain("article " + rejection);
                }
              });
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("replaced", report.replaced());
            out.writeNumberProperty("unchanged", report.unchanged());
            out.writeNumberProperty("rejected", report.rejected());
          }));
    } else {
      terminal.line(
          "Extracted "
              + Count.of(report.replaced(), "article")
              + " anew, rejected "
              + report.rejected()
              + ".");
    }
    return report.rejected() == 0 ? 0 : 1;
  }
}
