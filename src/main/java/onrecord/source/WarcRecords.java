package onrecord.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a WARC file (ISO 28500). Not thread-safe.
 *
 * <p>A record whose header has a wrong length, or none, is read up to the next one, and reported.
 * After something that is not a record, reading goes on at the next line that starts one.
 */
final class WarcRecords {

  private static final String VERSION = "WARC/";
  private static final int MAX_HEADER = 1 << 20;

  private final WarcWindow window;
  private final String source;
  private final int limit;
  private @Nullable Block block;
  private @Nullable String version;
  private @Nullable ArticleFormatException wrongLength;
  private long count;
  private long start;

  /**
   * Opens a WARC file.
   *
   * @param in the file, uncompressed; not closed
   * @param source its name, for messages
   * @param limit the number of bytes up to which the length of a record is verified before it is
   *     read; of a longer record, what looks like another one is taken for it
   */
  WarcRecords(InputStream in, String source, int limit) {
    this.window = new WarcWindow(in);
    this.source = source;
    this.limit = limit;
  }

  /**
   * A record, whose block can be read until the next record is.
   *
   * @param fields the fields of the header, by their names in lower case
   * @param block the content
   */
  record Entry(Map<String, String> fields, InputStream block) {

    Entry {
      fields = Map.copyOf(fields);
    }

    /** {@return the type, such as "response"} */
    String type() {
      return field("WARC-Type").orElse("nameless");
    }

    /** {@return the value of a field of the header} */
    Optional<String> field(String name) {
      return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * {@return the next record, or null at the end}
   *
   * @throws EOFException if the file ends within a record
   * @throws ArticleFormatException if there is something else than a record, which the next call
   *     passes over, or the record before has a wrong length
   */
  @Nullable Entry next() throws IOException {
    if (block != null) {
      Block ended = block;
      block = null;
      ended.skipRest();
    }
    if (wrongLength != null) {
      ArticleFormatException failure = wrongLength;
      wrongLength = null;
      throw failure;
    }
    String line = version;
    version = null;
    while (line == null || line.isEmpty()) {
      start = window.place();
      line = window.readLine(MAX_HEADER);
      if (line == null) {
        return null;
      }
    }
    if (!line.startsWith(VERSION)) {
      throw damaged("must have a WARC record after record " + count + ", at byte " + start);
    }
    count++;
    Map<String, String> fields = readFields();
    block = measured(fields.getOrDefault("content-length", ""));
    return new Entry(fields, block);
  }

  private Map<String, String> readFields() throws IOException {
    Map<String, String> fields = new HashMap<>();
    int left = MAX_HEADER;
    for (String line = window.readLine(left);
        line == null || !line.isEmpty();
        line = window.readLine(left)) {
      if (line == null) {
        throw new EOFException();
      }
      left -= line.length() + 1;
      if (left <= 0) {
        throw damaged("must have a header of at most " + MAX_HEADER + " bytes in record " + here());
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  /** {@return the number and the place of the current record, for messages} */
  private String here() {
    return count + ", at byte " + start;
  }

  /** {@return the block of the current record, whose length is verified if it can be} */
  private Block measured(String printed) throws IOException {
    long declared = length(printed);
    if (declared > limit) {
      return new Block(declared, printed);
    }
    int length = (int) Math.max(0, declared);
    int available = window.look(length + 2 * WarcWindow.START_LENGTH);
    if (declared >= 0 && available >= length && window.isEnd(length)) {
      return new Block(length, printed);
    }
    int next = window.boundary(available);
    if (next < 0 && available >= length) {
      available = window.look(limit);
      next = window.boundary(available);
    }
    if (next >= 0) {
      return corrected(next, printed);
    }
    return available >= length && available < limit
        ? corrected(available, printed)
        : new Block(length, printed);
  }

  private Block corrected(int length, String printed) {
    wrongLength = wrongLength(length, printed);
    return new Block(length, printed);
  }

  private ArticleFormatException wrongLength(long length, String printed) {
    return new ArticleFormatException(
        source,
        0,
        "must have a Content-Length of "
            + length
            + " in record "
            + here()
            + ", but has '"
            + printed
            + "'; the record was read up to the next one");
  }

  /** {@return the length that a header has; less than 0 if it has none} */
  private static long length(String printed) {
    try {
      return Long.parseLong(printed);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Goes on to the next line that starts a record, and returns the failure to be thrown. */
  private ArticleFormatException damaged(String reason) throws IOException {
    String line = null;
    do {
      start = window.place();
      line = window.readLine(MAX_HEADER);
    } while (line != null && !line.startsWith(VERSION));
    version = line;
    return new ArticleFormatException(
        source, 0, reason + (line == null ? "; nothing follows" : "; reading went on after that"));
  }

  /** {@return the failure of the current record, in which the file ends} */
  ArticleFormatException cutShort(EOFException cause) {
    return new ArticleFormatException(source, 0, "is cut short within record " + here(), cause);
  }

  /** The content of a record: a number of bytes of the file. Not thread-safe. */
  private final class Block extends InputStream {
    private static final int BUFFER = 1 << 13;

    private final String printed;
    private final boolean verified;
    private long read;
    private long left;

    Block(long length, String printed) {
      this.left = length;
      this.printed = printed;
      this.verified = length <= limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int part = left == 0 ? 0 : available(Math.min(length, BUFFER));
      if (part == 0) {
        return -1;
      }
      System.arraycopy(window.copy(part), 0, target, offset, part);
      pass(part);
      return part;
    }

    /** {@return a number of bytes that can be read, up to a maximum; 0 at the end} */
    private int available(int maximum) throws IOException {
      int wanted = (int) Math.min(left, maximum);
      int looked = window.look(wanted + 2 * WarcWindow.START_LENGTH);
      if (looked == 0) {
        left = 0;
        throw new EOFException();
      }
      int next = verified ? -1 : window.boundary(wanted);
      if (next == 0) {
        left = 0;
        wrongLength = wrongLength(read, printed);
        return 0;
      }
      return Math.min(looked, next > 0 ? next : wanted);
    }

    private void pass(int length) {
      window.pass(length);
      read += length;
      left -= length;
    }

    void skipRest() throws IOException {
      while (left > 0) {
        pass(available(BUFFER));
      }
    }
  }
}
