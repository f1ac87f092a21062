package onrecord.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decodes UTF-8, rejecting malformed input. */
final class Utf8 {
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
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CharBuffer out = CharBuffer.allocate(length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (result.isError()) {
      int position = in.position();
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
              "must be UTF-8, but byte %d of the line is 0x%02X, which is not",
              position - lineStart + 1,
              bytes[position]));
    }
    out.flip();
    if (!out.isEmpty() && out.charAt(0) == '\uFEFF') {
      out.get();
    }
    return out.toString();
  }
}
