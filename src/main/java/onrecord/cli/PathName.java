package onrecord.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option or parameter, which is the name of a file or folder. */
final class PathName implements ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "must be the name of a file or folder, but was '"
              + text
              + "', at whose character "
              + (e.getIndex() + 1)
              + " is one that no name can have");
    }
  }
}
