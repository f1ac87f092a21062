package onrecord.source;

import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The uncompressed content of a compressed stream, which ends with an exception if it is so much
 * larger than the stream that it is made to exhaust its reader. Text of newspapers is compressed by
 * a factor of 3 to 10. Not thread-safe.
 */
final class Expansion extends CountingStream {

  private static final long ALWAYS_ALLOWED = 1L << 26;
  private static final int FACTOR = 300;

  private final LongSupplier compressed;
  private final String source;
  private long count;

  /**
   * Creates a stream.
   *
   * @param uncompressed the uncompressed content
   * @param compressed the number of bytes read so far of the compressed content
   * @param source the name of the compressed content, for the message
   */
  Expansion(InputStream uncompressed, LongSupplier compressed, String source) {
    super(uncompressed);
    this.compressed = compressed;
    this.source = source;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  void count(long bytes) throws ArticleFormatException {
    count += bytes;
    if (count > ALWAYS_ALLOWED && count / FACTOR > compressed.getAsLong()) {
      throw new ArticleFormatException(
          source,
          0,
          "is refused, since its content is more than "
              + FACTOR
              + " times as large as the compressed file");
    }
  }
}
