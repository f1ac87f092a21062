package onrecord.index;

/**
 * The bounds a writer keeps. Immutable.
 *
 * @param ramBufferMegabytes how much memory added articles may take before they are written to
 *     disk, in MB, 1 to 2000
 * @param articleBytes how long the text of an article may be, in bytes of UTF-8, 1 or more
 */
public record WriterSettings(int ramBufferMegabytes, int articleBytes) {

  /** The bounds where nothing else is said: 64 MB of memory, 10 MB of text. */
  public static final WriterSettings DEFAULT = new WriterSettings(64, 10_000_000);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public WriterSettings {
    requireInRange(ramBufferMegabytes, articleBytes);
  }

  /**
   * Checks bounds.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public static void requireInRange(int ramBufferMegabytes, int articleBytes) {
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
