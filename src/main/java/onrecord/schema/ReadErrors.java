package onrecord.schema;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;

/**
 * Describes errors of the Java virtual machine that occur while an index is read. Files are mapped
 * into memory, and their contents are trusted: a file that becomes shorter while it is mapped
 * causes an {@link InternalError}, and a length that nothing can have an {@link OutOfMemoryError}.
 */
public final class ReadErrors {

  private ReadErrors() {}

  /** {@return an exception for an error, which is its cause} */
  public static IOException toIOException(VirtualMachineError error) {
    return new IOException("the archive cannot be read: " + describe(error), error);
  }

  /** {@return what may have caused an error} */
  public static String describe(VirtualMachineError error) {
    String message = requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    return switch (error) {
      case InternalError e ->
          "a file was damaged, or its disk failed, while it was being read (" + message + ")";
      case OutOfMemoryError e ->
          "reading it takes more memory than there is, because it is damaged or the heap is too"
              + " small ("
              + message
              + ")";
      default -> "it may be damaged (" + message + ")";
    };
  }
}
