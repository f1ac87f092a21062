package onrecord.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of text that a command creates beside its output. Stateless. */
final class NewFile {

  private NewFile() {}

  /** Writes the text, and returns what is known afterwards. */
  @FunctionalInterface
  interface Content<T> {
    T write(Writer text) throws IOException;
  }

  /**
   * Writes a file, either all of it or nothing.
   *
   * @param option the option that names the file
   * @throws IOException if it exists, or it or its content cannot be written
   */
  static <T> T write(Path file, String option, Content<T> content) throws IOException {
    Writer text;
    try {
      text = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new FileSystemException(
          file.toString(), null, "exists; " + option + " writes a new file");
    }
    boolean complete = false;
    try (text) {
      T result = content.write(text);
      text.flush();
      complete = true;
      return result;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }
}
