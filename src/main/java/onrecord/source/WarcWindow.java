package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a WARC file from the current place on, of which some can be looked at before they
 * are read. Each byte is searched at most once, whatever is asked. Not thread-safe.
 */
final class WarcWindow {

  /** The number of bytes that may be needed to see where a record starts. */
  static final int START_LENGTH = 16;

  private static final int INITIAL = 1 << 13;
  private static final String VERSION = "WARC/";

  private final InputStream in;
  private byte[] buffer = new byte[INITIAL];
  private int start;
  private int end;
  // The place in the file of the first byte of the buffer.
  private long base;
  // No record starts after a blank line before this place in the file.
  private long searched;

  /** Creates a window at the start of a file, which is not closed. */
  WarcWindow(InputStream in) {
    this.in = in;
  }

  /** {@return the number of bytes that were read} */
  long place() {
    return base + start;
  }

  /**
   * {@return the number of bytes that can be looked at: as many as are wanted, or fewer at the end
   * of the file}
   */
  int look(int wanted) throws IOException {
    while (end - start < wanted) {
      // What is claimed to follow may not be there.
      makeRoom(Math.min(wanted, 2 * (end - start) + INITIAL));
      int count = in.read(buffer, end, buffer.length - end);
      if (count < 0) {
        break;
      }
      end += count;
    }
    return end - start;
  }

  /** Grows to more than twice what is wanted, so that bytes are moved once for each one read. */
  private void makeRoom(int wanted) {
    if (start + wanted <= buffer.length && end < buffer.length) {
      return;
    }
    byte[] larger =
        wanted > buffer.length / 2 ? new byte[4 * Integer.highestOneBit(wanted)] : buffer;
    System.arraycopy(buffer, start, larger, 0, end - start);
    base += start;
    end -= start;
    start = 0;
    buffer = larger;
  }

  /** {@return a byte that was looked at, from 0 to 255; -1 after the end of the file} */
  int at(int offset) {
    return start + offset < end ? buffer[start + offset] & 0xFF : -1;
  }

  /** {@return a copy of bytes that were looked at} */
  byte[] copy(int length) {
    return Arrays.copyOfRange(buffer, start, start + length);
  }

  /** Reads bytes that were looked at. */
  void pass(int length) {
    start += length;
  }

  /**
   * {@return the offset of the first blank line, with the end of the line before it, after which a
   * record starts; -1 if none is among the bytes that were looked at, up to a number}
   */
  int boundary(int limit) {
    int to = Math.min(limit, end - start - START_LENGTH);
    int from = Math.clamp(searched - place(), 0, Integer.MAX_VALUE);
    for (int i = from; i < to; i++) {
      if (isBoundary(i)) {
        searched = place() + i;
        return i;
      }
    }
    searched = Math.max(searched, place() + Math.max(0, to));
    return -1;
  }

  private boolean isBoundary(int offset) {
    int next = lineEnd(offset);
    int after = next < 0 ? -1 : lineEnd(next);
    return after >= 0 && isVersion(after);
  }

  /** {@return the offset after the end of a line at an offset; -1 if there is none} */
  private int lineEnd(int offset) {
    if (at(offset) == '\n') {
      return offset + 1;
    }
    return at(offset) == '\r' && at(offset + 1) == '\n' ? offset + 2 : -1;
  }

  /** {@return whether a version starts at an offset, such as "WARC/1.0"} */
  boolean isVersion(int offset) {
    for (int i = 0; i < VERSION.length(); i++) {
      if (at(offset + i) != VERSION.charAt(i)) {
        return false;
      }
    }
    int digit = offset + VERSION.length();
    return Character.isDigit(at(digit)) && at(digit + 1) == '.' && Character.isDigit(at(digit + 2));
  }

  /** {@return whether a record may end at an offset: there is a blank line, or nothing follows} */
  boolean isEnd(int offset) {
    int next = lineEnd(offset);
    if (next >= 0 && lineEnd(next) >= 0) {
      return true;
    }
    int at = offset;
    while (at(at) == '\r' || at(at) == '\n') {
      at++;
    }
    return at(at) < 0 || isVersion(at);
  }

  /**
   * {@return the next line, or null at the end}
   *
   * @param maximum the number of bytes after which the rest of the line is left out
   */
  @Nullable String readLine(int maximum) throws IOException {
    if (look(1) == 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (look(1) > 0) {
      int b = at(0);
      pass(1);
      if (b == '\n') {
        break;
      }
      if (line.size() < maximum) {
        line.write(b);
      }
    }
    return line.toString(UTF_8).strip();
  }
}
