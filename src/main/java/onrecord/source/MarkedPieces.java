package onrecord.source;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a stream of characters, each of which starts at a marker, so that a long file is
 * read one article at a time. What precedes the first marker is a piece as well. Not thread-safe.
 */
final class MarkedPieces {

  private static final int CHUNK = 1 << 13;
  private static final int CHARACTERS_PER_TAG = 8;

  private final Reader reader;
  private final Pattern marker;
  private final int longestMarker;
  private final int limit;
  private final StringBuilder buffer = new StringBuilder();
  private final char[] chunk = new char[CHUNK];
  private long line = 1;
  private long nextLine = 1;
  private boolean overlong;
  private boolean ended;

  /**
   * Creates a reader.
   *
   * @param reader the characters
   * @param marker what each piece starts with
   * @param longestMarker the maximum number of characters of a marker
   * @param limit the maximum number of characters of a piece that are kept
   */
  MarkedPieces(Reader reader, Pattern marker, int longestMarker, int limit) {
    this.reader = reader;
    this.marker = marker;
    this.longestMarker = longestMarker;
    this.limit = limit;
  }

  /** {@return the next piece; null at the end} */
  @Nullable String next() throws IOException {
    overlong = false;
    line = nextLine;
    int searched = 1;
    while (true) {
      Matcher next = marker.matcher(buffer);
      if (searched < buffer.length() && next.find(searched)) {
        if (next.end() < buffer.length() || ended) {
          return take(next.start());
        }
        searched = next.start();
      } else {
        searched = Math.max(1, buffer.length() - longestMarker);
      }
      if (ended) {
        return buffer.isEmpty() ? null : take(buffer.length());
      }
      if (buffer.length() > limit) {
        overlong = true;
        countLines(searched - 1);
        buffer.delete(0, searched - 1);
        searched = 1;
      }
      read();
    }
  }

  private void read() throws IOException {
    int count = reader.read(chunk, 0, CHUNK);
    if (count < 0) {
      ended = true;
    } else {
      buffer.append(chunk, 0, count);
    }
  }

  private String take(int end) {
    String piece = buffer.substring(0, end);
    countLines(end);
    overlong |= end > limit;
    overlong |= piece.chars().filter(c -> c == '<').count() > limit / CHARACTERS_PER_TAG;
    buffer.delete(0, end);
    return piece;
  }

  private void countLines(int end) {
    for (int i = 0; i < end; i++) {
      if (buffer.charAt(i) == '\n') {
        nextLine++;
      }
    }
  }

  /** {@return the line of the stream that the piece starts at, from 1} */
  long line() {
    return line;
  }

  /** {@return whether the piece has more characters or tags than the limit allows} */
  boolean isOverlong() {
    return overlong;
  }
}
