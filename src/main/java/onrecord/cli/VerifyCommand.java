package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.engine.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies an archive. */
@Command(
    name = "verify",
    description = {
      "Verifies the last commit of an archive by reading all of it: the checksums of the files, the"
          + " structures of the index, and that each article is complete and unchanged, with"
          + " quotations that are in its text.",
      "The exit code is 1 if there is any problem."
    })
final class VerifyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();

  @Option(
      names = "--json",
      description =
          "Print one JSON object: {\"sound\", \"articles\", \"quotations\", \"problems\","
              + " \"firstBroken\"}; the last is the id of an article, or null.")
  private boolean json;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  @SuppressWarnings("try") // The progress is shown, not referred to.
  public Integer call() throws IOException {
    Verification found;
    Observed observed = new Observed();
    try (Progress progress = Progress.start(terminal, "verifying", observed::amount)) {
      found = verify(observed);
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeBooleanProperty("sound", found.isSound());
            out.writeNumberProperty("articles", found.articles());
            out.writeNumberProperty("quotations", found.quotations());
            out.writeArrayPropertyStart("problems");
            found.problems().forEach(out::writeString);
            out.writeEndArray();
            Json.text(out, "firstBroken", found.firstBroken());
          }));
    } else {
      found.problems().forEach(terminal::complain);
      terminal.line(
          archive.folder()
              + (found.isSound() ? " is sound: " : " is broken; verified ")
              + Count.of(found.articles(), "article")
              + " with "
              + Count.of(found.quotations(), "quotation")
              + (found.isSound()
                  ? "."
                  : found
                      .firstBroken()
                      .map(id -> "; the first broken article is " + id + ".")
                      .orElse(".")));
    }
    return found.isSound() ? 0 : 1;
  }

  /** Verifies the last state even if the archive cannot be opened. */
  private Verification verify(Observed observed) throws IOException {
    if (!archive.isAtState()) {
      return Archive.verify(archive.folder(), observed);
    }
    try (Archive open = archive.openReadOnly()) {
      return open.verify(observed);
    }
  }
}
