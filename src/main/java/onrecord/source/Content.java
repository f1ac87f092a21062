package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.CharSource;
import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/**
 * The buffered content of a file or stream, uncompressed if it is compressed by gzip or bzip2,
 * without a byte order mark, and in UTF-8 if its mark says that it is in UTF-16. Not thread-safe.
 *
 * @param in the content; supports {@link InputStream#mark}
 * @param gzip the compressed stream, if it is one of gzip
 */
record Content(InputStream in, Optional<GzipMembers> gzip) implements Closeable {

  private static final int BUFFER = 1 << 13;
  private static final int SAMPLE = 64;
  private static final int MARK = 3;

  /**
   * {@return the content of a stream, which need not be compressed}
   *
   * @param source the name of the stream, for messages
   * @throws ArticleFormatException if the library that the compression needs is missing
   * @throws IOException if the stream cannot be read
   */
  static Content of(InputStream raw, String source) throws IOException {
    CountingInputStream counted = new CountingInputStream(raw);
    InputStream in = new BufferedInputStream(counted, BUFFER);
    byte[] start = peek(in, Bzip2Magic.LENGTH);
    if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
      GzipMembers gzip = new GzipMembers(in);
      return new Content(decoded(expansion(gzip, counted, source)), Optional.of(gzip));
    }
    if (Bzip2Magic.isAt(start)) {
      OptionalLibrary.COMMONS_COMPRESS.require(source, "read files compressed by bzip2");
      return new Content(decoded(expansion(Bzip2.open(in), counted, source)), Optional.empty());
    }
    return new Content(decoded(in), Optional.empty());
  }

  private static InputStream expansion(
      InputStream uncompressed, CountingInputStream compressed, String source) {
    return new BufferedInputStream(
        new Expansion(uncompressed, compressed::getCount, source), BUFFER);
  }

  /** {@return the content without its byte order mark, converted to UTF-8 from UTF-16} */
  private static InputStream decoded(InputStream in) throws IOException {
    byte[] start = peek(in, MARK);
    if (isMark(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(MARK);
    } else if (isMark(start, 0xFF, 0xFE)) {
      in.skipNBytes(2);
      return utf8(in, UTF_16LE);
    } else if (isMark(start, 0xFE, 0xFF)) {
      in.skipNBytes(2);
      return utf8(in, UTF_16BE);
    }
    return in;
  }

  private static boolean isMark(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static InputStream utf8(InputStream in, Charset charset) throws IOException {
    Reader reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    CharSource characters =
        new CharSource() {
          @Override
          public Reader openStream() {
            return reader;
          }
        };
    return new BufferedInputStream(characters.asByteSource(UTF_8).openStream(), BUFFER);
  }

  /** {@return the first bytes, fewer if a stream has no more of them for the time being} */
  private static byte[] peek(InputStream in, int maximum) throws IOException {
    in.mark(maximum);
    byte[] bytes = new byte[maximum];
    int length = Math.max(0, in.read(bytes));
    while (length < maximum && in.available() > 0) {
      length += Math.max(0, in.read(bytes, length, maximum - length));
    }
    in.reset();
    return Arrays.copyOf(bytes, length);
  }

  /**
   * Checks that the content does not look like UTF-16 without a byte order mark, which is also
   * valid UTF-8, with NUL between the letters.
   *
   * @throws ArticleFormatException if it does
   */
  void requireNotUtf16(String source) throws IOException {
    if (isUtf16(peek(in, SAMPLE))) {
      throw new ArticleFormatException(
          source,
          0,
          "must be UTF-8, or start with a byte order mark, but is UTF-16 without one; convert it,"
              + " for example with 'iconv -f UTF-16LE -t UTF-8'");
    }
  }

  private static boolean isUtf16(byte[] sample) {
    int pairs = sample.length / 2;
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

  /** Releases the memory of the decompression, without closing the stream. */
  void release() {
    gzip.ifPresent(GzipMembers::release);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
