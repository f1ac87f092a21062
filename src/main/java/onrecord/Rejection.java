package onrecord;

import static java.util.Objects.requireNonNull;

/**
 * An article that was not added to an archive. Immutable.
 *
 * @param source the file or stream it came from
 * @param line the line of the source at which it begins, from 1; 0 if that is not known
 * @param reason what was expected and what was found
 */
public record Rejection(String source, long line, String reason) {
  /** Validates that no component is null. */
  public Rejection {
    requireNonNull(source, "source");
    requireNonNull(reason, "reason");
  }

  /** {@return origin and reason on one line, as in {@code news/may.jsonl:12: text is missing}} */
  @Override
  public String toString() {
    return source + (line == 0 ? "" : ":" + line) + ": " + reason;
  }
}
