package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import picocli.CommandLine.Option;

/** Which archive a command works on. */
final class ArchiveOption {

  @Option(
      names = "--archive",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the archive.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }

  /** Opens the archive, making it if there is none. The caller closes it. */
  Archive open(ArchiveOptions options) throws IOException {
    return Archive.open(folder, options);
  }

  /** Opens the archive, which must be there already. The caller closes it. */
  Archive openPresent(ArchiveOptions options) throws IOException {
    openReadOnly().close();
    return Archive.open(folder, options);
  }

  /** Opens the archive for reading only. The caller closes it. */
  Archive openReadOnly() throws IOException {
    return Archive.openReadOnly(folder);
  }
}
