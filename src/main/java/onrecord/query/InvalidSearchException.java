package onrecord.query;

import org.jspecify.annotations.Nullable;

/**
 * A search cannot be asked of an archive: a pattern is none, there is no word where one is needed,
 * a cursor belongs to another search, the archive has too old a format for it, or a number that
 * goes with it is out of its bounds. The message tells what was wrong and what was expected.
 */
public final class InvalidSearchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** Makes an exception; the message tells what was wrong and what was expected. */
  public InvalidSearchException(String message) {
    super(message);
  }

  /** Makes an exception; the message tells what was wrong and what was expected. */
  public InvalidSearchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
