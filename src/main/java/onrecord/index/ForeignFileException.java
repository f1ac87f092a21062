package onrecord.index;

import java.nio.file.FileSystemException;

/**
 * Thrown to indicate that an archive names a file, or its folder holds one, that no archive written
 * by this library has. It is neither read nor deleted.
 */
final class ForeignFileException extends FileSystemException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception for a file, with the reason why it is rejected. */
  ForeignFileException(String file, String reason) {
    super(file, null, reason);
  }
}
