package onrecord.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Reads the text files that are values of options. Stateless. */
final class ListFile {

  private static final long MAX_BYTES = 10_000_000;

  private ListFile() {}

  /**
   * {@return the text of a file in UTF-8, with or without a byte order mark}
   *
   * @throws TypeConversionException if it cannot be read, or is too long
   */
  static String read(String name) {
    try {
      Path file = Path.of(name);
      if (Files.notExists(file)) {
        throw new TypeConversionException(
            "must be a text file in UTF-8 that can be read, but was '"
                + name
                + "', which does not exist");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new TypeConversionException(
            "must be a file of at most " + MAX_BYTES + " bytes, but was '" + name + "'");
      }
      String text = Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (IOException | InvalidPathException e) {
      throw new TypeConversionException(
          "must be a text file in UTF-8 that can be read, but was '" + name + "'");
    }
  }
}
