package onrecord.engine;

import java.time.Duration;

/**
 * The limits of an engine that articles are added to. Immutable.
 *
 * @param ramBufferMegabytes how much memory added articles may take before they are written to
 *     disk, in MB, 1 to 2000
 * @param articleBytes the maximum length of the text of an article, in bytes of UTF-8, 1 or more
 */
public record EngineSettings(int ramBufferMegabytes, int articleBytes) {

  /** How long a cursor is valid after a page was last requested with it: five minutes. */
  public static final Duration CURSOR_LIFETIME = Duration.ofMinutes(5);

  /** The maximum number of snapshots that cursors are valid for at a time. */
  public static final int CURSOR_SNAPSHOTS = 256;

  /** The default limits: 64 MB of memory, 10,000,000 bytes of text. */
  public static final EngineSettings DEFAULT = new EngineSettings(64, 10_000_000);

  /**
   * Validates the limits.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public EngineSettings {
    if (ramBufferMegabytes < 1 || ramBufferMegabytes > 2000) {
      throw new IllegalArgumentException(
          "RAM buffer must be 1 to 2000 MB, but was " + ramBufferMegabytes);
    }
    if (articleBytes < 1) {
      throw new IllegalArgumentException(
          "limit of an article must be at least 1 byte, but was " + articleBytes);
    }
  }
}
