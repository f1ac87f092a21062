package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.extract.SpeakerAuthority;
import onrecord.source.KnownSpeakerReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A list of known speakers. */
final class AuthorityOption {

  @Option(
      names = "--authority",
      paramLabel = "FILE",
      description = {
        "A list of known speakers, so that one has the same name and id in all articles: CSV with"
            + " the columns name, aliases (parted by |), id, description and type (PERSON or"
            + " ORGANIZATION), or JSON Lines with such fields.",
        "A name that the list has for more than one stays as it is printed, and is reported."
      })
  private @Nullable Path file;

  boolean isGiven() {
    return file != null;
  }

  /** Reads the list; without a file, nobody is known. */
  SpeakerAuthority read() throws IOException {
    return file == null
        ? SpeakerAuthority.NONE
        : SpeakerAuthority.of(KnownSpeakerReader.read(file));
  }
}
