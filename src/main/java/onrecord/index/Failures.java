package onrecord.index;

import java.io.IOException;
import java.util.Objects;

/** Says of failures where they were. */
final class Failures {

  private Failures() {}

  /**
   * {@return a failure that names what was written} Java does not name the file where a disk is
   * full or a file would be too large.
   *
   * @param what the archive or copy
   * @param failure what was thrown, which stays as it is if it is of a kind of its own
   */
  static IOException of(String what, IOException failure) {
    String message = Objects.toString(failure.getMessage(), "");
    return failure.getClass() != IOException.class || message.contains(what)
        ? failure
        : new IOException(what + ": " + message, failure);
  }
}
