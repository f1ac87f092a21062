package onrecord.query;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an archive cannot perform a search: a pattern is not valid, a required word is
 * missing, a cursor belongs to another search, the format of the archive is too old for it, or a
 * number is out of bounds. The message states what is wrong and what was expected.
 */
public final class InvalidSearchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** Constructs an exception whose message states what is wrong and what was expected. */
  public InvalidSearchException(String message) {
    super(message);
  }

  /** Constructs an exception whose message states what is wrong and what was expected. */
  public InvalidSearchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
