package onrecord.index;

import java.io.IOException;
import java.util.Objects;

/** Adds to I/O failures the name of the archive that they occurred in. */
final class IOFailures {

  private IOFailures() {}

  /**
   * Returns a failure whose message contains a name. Java does not name the file if the disk is
   * full or the file would become too large.
   *
   * @param name the name of the archive or backup
   * @param failure what was thrown; returned unchanged if its message contains the name or its
   *     class is a subclass of {@code IOException}
   */
  static IOException naming(String name, IOException failure) {
    String message = Objects.toString(failure.getMessage(), "");
    return failure.getClass() != IOException.class || message.contains(name)
        ? failure
        : new IOException(name + ": " + message, failure);
  }
}
