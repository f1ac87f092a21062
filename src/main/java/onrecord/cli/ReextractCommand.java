package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.AddObserver;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.Rejection;
import onrecord.extract.SpeakerAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Extracts the quotations of the articles in an archive anew. */
@Command(
    name = "reextract",
    description = {
      "Extracts the quotations of articles anew where another version of the extractor found them,"
          + " or they were found with another list of known speakers.",
      "Articles keep their ids, and so do quotations that begin at the same place. An interrupted"
          + " run is repeated at little cost."
    })
final class ReextractCommand implements Callable<Integer> {

  private static final long COMMIT_EVERY = 1000;

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final AuthorityOption authority = new AuthorityOption();
  @Mixin private final ResourceOptions resources = new ResourceOptions();

  @Option(
      names = "--json",
      description =
          "Print one object: {\"replaced\", \"unchanged\", \"rejected\"}, and with an authority"
              + " \"ambiguous\", as index does; unchanged are those that another program changed"
              + " meanwhile.")
  private boolean json;

  ReextractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    AddReport report;
    Ambiguities ambiguities;
    SpeakerAuthority known = authority.read();
    ArchiveOptions options =
        UsageException.reading(
            () -> resources.options().commitEvery(COMMIT_EVERY).authority(known).build());
    try (Archive open = archive.openPresent(options)) {
      report =
          open.reextract(
              new AddObserver() {
                @Override
                public void rejected(Rejection rejection) {
                  terminal.complain("article " + rejection);
                }
              });
      open.commit();
      ambiguities = Ambiguities.of(open, options.authority());
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("replaced", report.replaced());
            out.writeNumberProperty("unchanged", report.unchanged());
            out.writeNumberProperty("rejected", report.rejected());
            if (authority.isGiven()) {
              ambiguities.write(out);
            }
          }));
    } else {
      terminal.line(
          "Extracted "
              + Count.of(report.replaced(), "article")
              + " anew, rejected "
              + report.rejected()
              + ".");
      ambiguities.tell(terminal);
    }
    return report.rejected() == 0 ? 0 : 1;
  }
}
