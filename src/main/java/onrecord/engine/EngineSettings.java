package onrecord.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The limits of an engine. Immutable.
 *
 * @param ramBufferMegabytes how much memory added articles may take before they are written to
 *     disk, in MB, 1 to {@value #MAX_RAM_BUFFER}
 * @param processors the number of processors that the work of the engine may use at the same time,
 *     1 or more. A search always uses the thread that calls it.
 * @param articleBytes the maximum length of the text of an article, in bytes of UTF-8, 1 or more
 * @param cursorLifetime how long a cursor is valid after a page was last requested with it; zero
 *     means that cursors are valid for the current snapshot only
 * @param cursorBytes how many bytes of files that are otherwise no longer needed may be kept on
 *     disk for cursors, 0 or more
 * @param clock returns the time, which is kept of each article that comes in
 */
public record EngineSettings(
    int ramBufferMegabytes,
    int processors,
    int articleBytes,
    Duration cursorLifetime,
    long cursorBytes,
    InstantSource clock) {

  /** The largest memory that added articles may take, in MB. */
  public static final int MAX_RAM_BUFFER = 2000;

  /** The maximum number of snapshots that cursors are valid for at a time. */
  public static final int CURSOR_SNAPSHOTS = 256;

  /** The longest lifetime of a cursor: a year. */
  public static final Duration MAX_CURSOR_LIFETIME = Duration.ofDays(365);

  /**
   * The default limits: 64 MB of memory, or an eighth of the heap if that is less, all processors,
   * 10,000,000 bytes of text, cursors that are valid for five minutes and keep 64 MB on disk, and
   * the clock of the system.
   */
  public static final EngineSettings DEFAULT =
      new EngineSettings(
          defaultRamBuffer(),
          Runtime.getRuntime().availableProcessors(),
          10_000_000,
          Duration.ofMinutes(5),
          64_000_000,
          InstantSource.system());

  /**
   * Validates the limits.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public EngineSettings {
    if (ramBufferMegabytes < 1 || ramBufferMegabytes > MAX_RAM_BUFFER) {
      throw new IllegalArgumentException(
          "RAM buffer must be 1 to " + MAX_RAM_BUFFER + " MB, but was " + ramBufferMegabytes);
    }
    if (processors < 1) {
      throw new IllegalArgumentException("processors must be 1 or more, but was " + processors);
    }
    if (articleBytes < 1) {
      throw new IllegalArgumentException(
          "limit of an article must be at least 1 byte, but was " + articleBytes);
    }
    requireNonNull(cursorLifetime, "cursorLifetime");
    if (cursorLifetime.isNegative() || cursorLifetime.compareTo(MAX_CURSOR_LIFETIME) > 0) {
      throw new IllegalArgumentException(
          "cursorLifetime must be 0 to 365 days, but was " + cursorLifetime);
    }
    requireNonNull(clock, "clock");
    if (cursorBytes < 0) {
      throw new IllegalArgumentException("cursorBytes must be 0 or more, but was " + cursorBytes);
    }
  }

  private static int defaultRamBuffer() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / (8 << 20), 1, 64);
  }
}
