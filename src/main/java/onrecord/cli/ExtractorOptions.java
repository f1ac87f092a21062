package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.source.KnownSpeakerReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the extractor, which is created here for all commands that extract. */
final class ExtractorOptions {

  @Option(
      names = "--apostrophe-pairs",
      description = "Read two consecutive apostrophes as a double quotation mark.")
  private boolean apostrophePairs;

  @Option(
      names = "--authority",
      paramLabel = "FILE",
      description = {
        "List of known speakers, who get the same name and id in all articles: CSV with the columns"
            + " name, aliases (separated by |), id, description and type (PERSON or ORGANIZATION), or"
            + " JSON Lines with fields of these names.",
        "A name that the list has for several speakers is left as printed, and reported."
      })
  private @Nullable Path authority;

  boolean hasAuthority() {
    return authority != null;
  }

  /** {@return a new extractor, for which the list of known speakers is read} */
  Extractor extractor() throws IOException {
    return Extractor.builder()
        .apostrophePairs(apostrophePairs)
        .authority(
            authority == null
                ? SpeakerAuthority.NONE
                : SpeakerAuthority.of(KnownSpeakerReader.read(authority)))
        .build();
  }
}
