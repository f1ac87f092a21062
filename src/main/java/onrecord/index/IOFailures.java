package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import onrecord.schema.ReadErrors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;

/** Describes failures to read or write an archive, and adds its name to them. */
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

  /**
   * {@return an exception for an archive that cannot be read}
   *
   * @param name the name of the archive
   * @param cause what was thrown; returned unchanged if it is an I/O failure that explains itself
   */
  static IOException unreadable(String name, Throwable cause) {
    if (cause instanceof VirtualMachineError error) {
      return new IOException(
          "archive " + name + " cannot be read: " + ReadErrors.describe(error), cause);
    }
    boolean isSelfExplanatory =
        cause instanceof IOException
            && !(cause instanceof CorruptIndexException || cause instanceof EOFException);
    return isSelfExplanatory
        ? (IOException) cause
        : new IOException(
            "archive "
                + name
                + " cannot be read and may be damaged; 'onrecord verify' checks it: "
                + requireNonNullElse(cause.getMessage(), cause.toString()),
            cause);
  }

  /**
   * {@return the failure that what was thrown while an archive was opened or rebuilt amounts to}
   *
   * @param name the name of the archive
   * @param thrown what was thrown; thrown again if it is neither a failure to read or write nor
   *     damage
   */
  static IOException failure(String name, Throwable thrown) throws IOException {
    return switch (thrown) {
      case IOException e -> naming(name, e);
      case VirtualMachineError e -> unreadable(name, e);
      case RuntimeException e -> throw unlessDamaged(name, e);
      case Error e -> throw e;
      default -> new IOException(name + ": " + thrown, thrown);
    };
  }

  /**
   * {@return what was thrown, if it does not {@linkplain ReadErrors#isDamage show} that an archive
   * is damaged}
   *
   * @param name the name of the archive
   * @throws IOException if it does
   */
  static RuntimeException unlessDamaged(String name, RuntimeException thrown) throws IOException {
    if (ReadErrors.isDamage(thrown)) {
      throw ReadErrors.damaged("archive " + name, thrown);
    }
    return thrown;
  }

  /**
   * {@return whether a failure to read an archive shows that the archive is damaged} Otherwise its
   * files may be sound, but could not be read.
   */
  static boolean isDamage(Exception failure) {
    return failure instanceof RuntimeException
        || failure instanceof CorruptIndexException
        || failure instanceof IndexFormatTooNewException
        || failure instanceof IndexFormatTooOldException
        || failure instanceof EOFException
        || isMissingFile(failure);
  }

  /** {@return whether a failure shows that a file is missing} */
  static boolean isMissingFile(Exception failure) {
    return failure instanceof NoSuchFileException || failure instanceof FileNotFoundException;
  }
}
