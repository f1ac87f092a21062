package onrecord.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.query.Synonyms;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads synonyms from a file in UTF-8. */
final class SynonymFile implements ITypeConverter<Synonyms> {

  private static final long MAX_BYTES = 10_000_000;

  @Override
  public Synonyms convert(String name) {
    Path file = Path.of(name);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new TypeConversionException(
            "must be a file of at most " + MAX_BYTES + " bytes, but was '" + name + "'");
      }
      return Synonyms.parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new TypeConversionException(
          "must be a text file in UTF-8 that can be read, but was '" + name + "'");
    }
  }
}
