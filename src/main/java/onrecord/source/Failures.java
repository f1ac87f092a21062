package onrecord.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** States in words why a content cannot be read. */
final class Failures {

  private Failures() {}

  /** {@return an exception that names the content and the reason} */
  static ArticleFormatException of(String source, IOException e) {
    return e instanceof ArticleFormatException failure
        ? failure
        : new ArticleFormatException(source, 0, reason(e), e);
  }

  private static String reason(IOException e) {
    String detail = e.getMessage();
    return switch (e) {
      case NoSuchFileException missing -> "there is no such file or folder";
      case AccessDeniedException denied -> "may not be read: permission is denied";
      case ZipException damaged -> "is damaged or cut short: " + detail;
      case EOFException ended -> "is damaged or cut short: " + detail;
      case CharacterCodingException invalid -> "is not valid UTF-16, as its first bytes say";
      case FileSystemException failure when failure.getReason() != null ->
          "could not be read: " + failure.getReason();
      default ->
          "could not be read: "
              + e.getClass().getSimpleName()
              + (detail == null ? "" : ": " + detail);
    };
  }
}
