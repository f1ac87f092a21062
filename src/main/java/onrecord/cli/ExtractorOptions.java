package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.model.FieldType;
import onrecord.query.OwnField;
import onrecord.source.KnownSpeakerList;
import onrecord.source.KnownSpeakerReader;
import onrecord.source.OwnColumn;
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

  @Option(
      names = "--speaker-field",
      paramLabel = "NAME=TYPE[:COLUMN]",
      split = ",",
      description = {
        "Columns of the list of known speakers to keep as fields of the speakers, such as"
            + " gender=name,born=day. TYPE is text, name, number or day. COLUMN is the column, if it"
            + " has another name. They are facets and fields of queries with the name"
            + " speaker.NAME."
      })
  private List<String> own = List.of();

  boolean hasAuthority() {
    return authority != null;
  }

  /**
   * {@return a new extractor, for which the list of known speakers is read; what is not used of the
   * list is reported}
   */
  Extractor extractor(Terminal terminal) throws IOException {
    return builder(terminal).build();
  }

  /** {@return a builder of such an extractor, to which further settings can be given} */
  Extractor.Builder builder(Terminal terminal) throws IOException {
    return Extractor.builder().apostrophePairs(apostrophePairs).authority(authority(terminal));
  }

  /** {@return the types of the fields of speakers} */
  Map<OwnField, FieldType> fields() {
    return own.stream()
        .map(OwnColumn::parse)
        .collect(
            Collectors.toMap(
                column -> OwnField.ofSpeaker(column.name()), OwnColumn::type, (a, b) -> b));
  }

  private SpeakerAuthority authority(Terminal terminal) throws IOException {
    if (authority == null) {
      if (!own.isEmpty()) {
        throw new UsageException("--speaker-field requires --authority");
      }
      return SpeakerAuthority.NONE;
    }
    KnownSpeakerList list =
        KnownSpeakerReader.read(
            authority, UsageException.reading(() -> own.stream().map(OwnColumn::parse).toList()));
    if (!list.unusedFields().isEmpty()) {
      terminal.complain(
          "Fields of the list of known speakers not used: "
              + String.join(", ", list.unusedFields())
              + ".");
    }
    return SpeakerAuthority.of(list.speakers());
  }
}
