package onrecord.cli;

import java.io.IOException;
import onrecord.query.Synonyms;
import onrecord.source.KnownSpeakerReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names of known speakers, who are found by each of them. */
final class AliasFile implements ITypeConverter<Synonyms> {
  @Override
  public Synonyms convert(String name) {
    try {
      return Synonyms.ofSpeakers(KnownSpeakerReader.read(new PathName().convert(name)));
    } catch (IOException e) {
      throw new TypeConversionException(
          "must be a list of known speakers, but '" + name + "' is not: " + e.getMessage());
    }
  }
}
