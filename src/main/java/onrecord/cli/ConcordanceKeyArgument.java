package onrecord.cli;

import onrecord.query.ConcordanceKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a key that a concordance is sorted by. */
final class ConcordanceKeyArgument implements ITypeConverter<ConcordanceKey> {

  @Override
  public ConcordanceKey convert(String text) {
    try {
      return ConcordanceKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
