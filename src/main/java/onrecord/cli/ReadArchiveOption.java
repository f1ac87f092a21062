package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that specify the archive of a command that only reads it, and the state to read. */
final class ReadArchiveOption {

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--at",
      paramLabel = "NAME",
      description =
          "Read the state of the archive that the command freeze keeps under this name. Default: the"
              + " last state.")
  private @Nullable String state;

  /** Opens the archive read-only. The caller closes it. */
  Archive openReadOnly() throws IOException {
    return state == null ? archive.openReadOnly() : openReadOnly(state);
  }

  /** Opens the archive at a frozen state. The caller closes it. */
  Archive openReadOnly(String frozen) throws IOException {
    return Archive.openReadOnly(archive.folder(), ArchiveOptions.builder().at(frozen).build());
  }

  /** {@return the folder of the archive} */
  Path folder() throws IOException {
    return archive.folder();
  }

  boolean isAtState() {
    return state != null;
  }
}
