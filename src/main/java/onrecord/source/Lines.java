package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bytes, holding one at a time in memory. Not thread-safe. */
final class Lines {

  private static final int SMALL = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final byte[] block = new byte[1 << 13];
  private int at;
  private int filled;
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
    if (!fill()) {
      return false;
    }
    number++;
    do {
      int end = at;
      while (end < filled && block[end] != '\n') {
        end++;
      }
      append(end);
      if (end < filled) {
        at = end + 1;
        return true;
      }
      at = end;
    } while (fill());
    return true;
  }

  /** Reads more bytes if there are none left; returns false at the end of the input. */
  private boolean fill() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(block, 0, block.length));
    }
    return filled > 0;
  }

  /** Adds the bytes before an index to the line. */
  private void append(int end) {
    int count = Math.min(end - at, limit - length);
    overlong |= count < end - at;
    if (length + count > bytes.length) {
      long doubled = Math.max(length + count, bytes.length * 2L);
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, doubled));
    }
    System.arraycopy(block, at, bytes, length, count);
    length += count;
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
