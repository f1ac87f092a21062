package onrecord.source;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decodes UTF-8, rejecting malformed input. */
final class Utf8 {

  private static final int BUFFER = 1 << 13;

  private Utf8() {}

  /**
   * {@return the decoded characters, without an initial byte order mark}
   *
   * @param bytes the bytes to decode
   * @param length the number of bytes to decode
   * @param source the source of the bytes, for the message
   * @param firstLine the line of the source that the bytes start at
   * @throws ArticleFormatException if the bytes are not UTF-8
   */
  static String decode(byte[] bytes, int length, String source, long firstLine)
      throws ArticleFormatException {
    require(bytes, length, source, firstLine);
    int start = start(bytes, length);
    return new String(bytes, start, length - start, StandardCharsets.UTF_8);
  }

  /**
   * {@return a reader of the characters of well-formed UTF-8, without an initial byte order mark}
   */
  static Reader reader(byte[] bytes, int length) {
    int start = start(bytes, length);
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, start, length - start), StandardCharsets.UTF_8);
  }

  /**
   * Checks that bytes are UTF-8, without decoding them as a whole.
   *
   * @param bytes the bytes to check
   * @param length the number of bytes to check
   * @param source the source of the bytes, for the message
   * @param firstLine the line of the source that the bytes start at
   * @throws ArticleFormatException if the bytes are not UTF-8
   */
  static void require(byte[] bytes, int length, String source, long firstLine)
      throws ArticleFormatException {
    if (com.google.common.base.Utf8.isWellFormed(bytes, 0, length)) {
      return;
    }
    int position = firstMalformed(bytes, length);
    int line = 0;
    int lineStart = 0;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    throw new ArticleFormatException(
        source,
        firstLine + line,
        String.format(
            Locale.ROOT,
            "must be UTF-8, but byte %d of the line is 0x%02X, which is not; convert the file, for"
                + " example with 'iconv -f WINDOWS-1252 -t UTF-8'",
            position - lineStart + 1,
            bytes[position]));
  }

  /** {@return whether all bytes are white space, or there are none} */
  static boolean isBlank(byte[] bytes, int length) {
    int at = start(bytes, length);
    while (at < length && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
      at++;
    }
    return at == length
        || (bytes[at] != '{'
            && new String(bytes, at, length - at, StandardCharsets.UTF_8).isBlank());
  }

  private static int start(byte[] bytes, int length) {
    return length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  private static int firstMalformed(byte[] bytes, int length) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    while (decoder.decode(in, out, true).isOverflow()) {
      out.clear();
    }
    return Math.min(in.position(), length - 1);
  }
}
