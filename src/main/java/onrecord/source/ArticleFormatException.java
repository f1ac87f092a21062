package onrecord.source;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown when an article, or a list of known speakers, cannot be read. The message contains the
 * source, the line and the reason, as in {@code news/may.jsonl:12: text is missing}.
 */
public final class ArticleFormatException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String source;
  private final long line;
  private final String reason;

  /**
   * Creates an exception.
   *
   * @param source the file, folder or stream that was read
   * @param line the line that the reason refers to, from 1; 0 if it refers to the whole source
   * @param reason what was expected, and what was found
   */
  public ArticleFormatException(String source, long line, String reason) {
    super(source + (line == 0 ? "" : ":" + line) + ": " + reason);
    this.source = source;
    this.line = line;
    this.reason = reason;
  }

  ArticleFormatException(String source, long line, String reason, Throwable cause) {
    this(source, line, reason);
    initCause(cause);
  }

  ArticleFormatException(String source, long line, IllegalArgumentException reason) {
    this(source, line, String.valueOf(reason.getMessage()), reason);
  }

  /** {@return the file, folder or stream that was read} */
  public String source() {
    return source;
  }

  /** {@return the line that the reason refers to, from 1; 0 if it refers to the whole source} */
  public long line() {
    return line;
  }

  /** {@return what was expected, and what was found} */
  public String reason() {
    return reason;
  }
}
