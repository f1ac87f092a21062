package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.query.ArchiveInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds articles to an archive. */
@Command(
    name = "index",
    description = {
      "Adds articles and their quotations to an archive, which is made if there is none.",
      "An article takes the place of the one in the archive with the same id. What was added stays"
          + " when others are rejected."
    })
final class IndexCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final Intake intake = new Intake();

  @Option(
      names = "--json",
      description =
          "Print one object: {\"added\", \"rejected\", \"articles\", \"quotations\", \"speakers\"};"
              + " the last three count the whole archive.")
  private boolean json;

  IndexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ArchiveInfo info;
    try (Archive open = archive.open()) {
      intake.each(terminal, open::add);
      open.commit();
      info = open.info();
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("added", intake.taken());
            out.writeNumberProperty("rejected", intake.rejected());
            Json.counts(out, info);
          }));
    } else {
      terminal.line(
          "Added " + Count.of(intake.taken(), "article") + ", rejected " + intake.rejected() + ".");
      terminal.line(
          archive.folder()
              + " now holds "
              + Count.of(info.articles(), "article")
              + " with "
              + Count.of(info.quotations(), "quotation")
              + " of "
              + Count.of(info.speakers(), "speaker")
              + ".");
    }
    return intake.rejected() == 0 ? 0 : 1;
  }
}
