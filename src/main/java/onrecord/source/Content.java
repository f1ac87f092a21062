package onrecord.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The uncompressed, buffered content of a file or stream, which may be compressed by gzip. Not
 * thread-safe.
 *
 * @param in the content; supports {@link InputStream#mark}
 * @param gzip the compressed stream, if it is one
 */
record Content(InputStream in, Optional<GzipMembers> gzip) implements Closeable {

  private static final int BUFFER = 1 << 16;
  private static final int SAMPLE = 64;

  /**
   * {@return the content of a stream, which need not be compressed}
   *
   * @throws IOException if the stream cannot be read
   */
  static Content of(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean compressed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    if (!compressed) {
      return new Content(in, Optional.empty());
    }
    GzipMembers gzip = new GzipMembers(in);
    return new Content(new BufferedInputStream(gzip, BUFFER), Optional.of(gzip));
  }

  /**
   * Checks that the content does not start like UTF-16, which without a byte order mark is also
   * valid UTF-8, with NUL between the letters.
   *
   * @throws ArticleFormatException if it does
   */
  void requireNotUtf16(String source) throws IOException {
    byte[] sample = new byte[SAMPLE];
    in.mark(SAMPLE);
    int length = Math.max(0, in.read(sample));
    in.reset();
    if (isUtf16(sample, length)) {
      throw new ArticleFormatException(
          source,
          0,
          "must be UTF-8, but is UTF-16; convert it, for example with 'iconv -f UTF-16 -t UTF-8'");
    }
  }

  private static boolean isUtf16(byte[] sample, int length) {
    if (length >= 2
        && ((sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE)
            || (sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF))) {
      return true;
    }
    int pairs = length / 2;
    int[] zeros = new int[2];
    for (int i = 0; i < 2 * pairs; i++) {
      zeros[i % 2] += sample[i] == 0 ? 1 : 0;
    }
    int fewer = Math.min(zeros[0], zeros[1]);
    int more = Math.max(zeros[0], zeros[1]);
    return pairs >= 2 && fewer == 0 && more > pairs / 2;
  }

  /**
   * Checks, after the content was read to its end, that nothing was left out.
   *
   * @throws ArticleFormatException if the stream is compressed, and followed by something else
   */
  void requireNothingAfter(String source) throws ArticleFormatException {
    if (gzip.filter(GzipMembers::isFollowedByOther).isPresent()) {
      throw new ArticleFormatException(
          source, 0, "is followed by bytes that are not gzip, which were not read");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
