package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bytes, holding one at a time in memory. Not thread-safe. */
final class Lines {

  private static final int SMALL = 1 << 16;

  private final InputStream in;
  private final int limit;
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private boolean overlong;
  private long number;

  /**
   * Creates a reader.
   *
   * @param in the lines, buffered
   * @param limit the maximum number of bytes of a line that are kept
   */
  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Reads the next line, up to its line feed; returns false at the end of the input. */
  boolean next() throws IOException {
    length = 0;
    overlong = false;
    if (bytes.length > SMALL) {
      bytes = new byte[SMALL];
    }
    int b = in.read();
    if (b < 0) {
      return false;
    }
    number++;
    while (b >= 0 && b != '\n') {
      if (length == limit) {
        overlong = true;
      } else {
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, (int) Math.min(limit, length * 2L));
        }
        bytes[length++] = (byte) b;
      }
      b = in.read();
    }
    return true;
  }

  /** {@return the number of the line, from 1} */
  long number() {
    return number;
  }

  /** {@return whether the line has more bytes than the limit} */
  boolean isOverlong() {
    return overlong;
  }

  /**
   * {@return the bytes of the line and, after {@link #length}, others; reused for the next line}
   */
  byte[] bytes() {
    return bytes;
  }

  /** {@return the number of bytes of the line} */
  int length() {
    return length;
  }
}
