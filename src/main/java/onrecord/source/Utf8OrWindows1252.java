package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Reads characters of UTF-8 in which bytes that are not UTF-8 are read as windows-1252, one by one.
 * Text in windows-1252 or Latin-1 is thus read correctly whatever its declaration says, since its
 * accented letters and quotation marks are practically never valid UTF-8. Not thread-safe.
 */
final class Utf8OrWindows1252 extends Reader {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 13;

  private final InputStream in;
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private boolean ended;

  /**
   * Creates a reader of a stream without a byte order mark, which {@link #close} does not close.
   */
  Utf8OrWindows1252(InputStream in) {
    this.in = in;
  }

  /**
   * {@return the characters of some bytes}
   *
   * @param cut whether more bytes follow, so that an incomplete character at the end is left out
   */
  static String decode(byte[] bytes, boolean cut) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    decode(decoder, in, out, !cut);
    return out.flip().toString();
  }

  /** Decodes as much as possible: until the input ends, or the output has no room. */
  private static void decode(
      CharsetDecoder decoder, ByteBuffer in, CharBuffer out, boolean endOfInput) {
    CoderResult result = decoder.decode(in, out, endOfInput);
    while (result.isError() && out.remaining() >= result.length()) {
      for (int i = 0; i < result.length(); i++) {
        out.put(WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {in.get()})));
      }
      decoder.reset();
      result = decoder.decode(in, out, endOfInput);
    }
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void fill() throws IOException {
    bytes.compact();
    if (!ended) {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (count < 0) {
        ended = true;
      } else {
        bytes.position(bytes.position() + count);
      }
    }
    bytes.flip();
    chars.clear();
    decode(decoder, bytes, chars, ended);
    chars.flip();
  }

  @Override
  public void close() {
    // The stream belongs to the caller.
  }
}
