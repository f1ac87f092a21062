package onrecord.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that specifies the archive of a command. */
final class ArchiveOption {

  private static final String VARIABLE = "ONRECORD_ARCHIVE";
  private static final Path CURRENT = Path.of("");

  @Option(
      names = {"--archive", "-a"},
      paramLabel = "DIR",
      description =
          "Folder of the archive. Default: the environment variable "
              + VARIABLE
              + ", else the current folder if there is an archive in it.")
  private @Nullable Path folder;

  /**
   * {@return the folder of the archive}
   *
   * @throws UsageException if it is not specified
   */
  Path folder() throws IOException {
    return folder == null ? folder(System.getenv(VARIABLE), CURRENT) : folder;
  }

  /** {@return the folder that a variable of the environment names, or else the current one} */
  static Path folder(@Nullable String variable, Path current) throws IOException {
    if (variable != null && !variable.isEmpty()) {
      try {
        return Path.of(variable);
      } catch (InvalidPathException e) {
        throw new UsageException(VARIABLE + " is not the name of a folder: " + e.getReason());
      }
    }
    if (Archive.exists(current)) {
      return current.toAbsolutePath();
    }
    throw new UsageException(
        "specify the archive: by --archive, by the environment variable "
            + VARIABLE
            + ", or by running the command in its folder");
  }

  /** Opens the archive, creating it if it does not exist. The caller closes it. */
  Archive open(ArchiveOptions options) throws IOException {
    return Archive.open(folder(), options);
  }

  /** Opens an existing archive. The caller closes it. */
  Archive openPresent(ArchiveOptions options) throws IOException {
    openReadOnly().close();
    return Archive.open(folder(), options);
  }

  /** Opens the archive read-only. The caller closes it. */
  Archive openReadOnly() throws IOException {
    return Archive.openReadOnly(folder());
  }
}
