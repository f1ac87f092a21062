package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import picocli.CommandLine.Option;

/** The option that specifies the archive of a command. */
final class ArchiveOption {

  @Option(
      names = "--archive",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the archive.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }

  /** Opens the archive, creating it if it does not exist. The caller closes it. */
  Archive open(ArchiveOptions options) throws IOException {
    return Archive.open(folder, options);
  }

  /** Opens an existing archive. The caller closes it. */
  Archive openPresent(ArchiveOptions options) throws IOException {
    openReadOnly().close();
    return Archive.open(folder, options);
  }

  /** Opens the archive read-only. The caller closes it. */
  Archive openReadOnly() throws IOException {
    return Archive.openReadOnly(folder);
  }
}
