package onrecord;

import static java.util.Objects.requireNonNull;

/**
 * An article that was not taken into the archive. Immutable.
 *
 * @param source the file or stream it came from
 * @param line where in the source it begins, from 1; 0 if that is not known
 * @param reason what was expected and what came
 */
public record Rejection(String source, long line, String reason) {
  /** Checks that no part is null. */
  public Rejection {
    requireNonNull(source, "source");
    requireNonNull(reason, "reason");
  }

  /** {@return origin and reason in a line, as in {@code news/may.jsonl:12: text is missing}} */
  @Override
  public String toString() {
    return source + (line == 0 ? "" : ":" + line) + ": " + reason;
  }
}
