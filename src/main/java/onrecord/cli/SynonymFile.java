package onrecord.cli;

import onrecord.query.Synonyms;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads synonyms from a file in UTF-8. */
final class SynonymFile implements ITypeConverter<Synonyms> {
  @Override
  public Synonyms convert(String name) {
    String text = ListFile.read(name);
    try {
      Synonyms synonyms = Synonyms.parse(text);
      if (synonyms.isEmpty()) {
        throw new TypeConversionException(
            "must have a group such as 'car, automobile' on a line, but '" + name + "' has none");
      }
      return synonyms;
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(name + ": " + e.getMessage());
    }
  }
}
