package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
 * <p>After something that is not a record, such as the rest of a record whose length is wrong,
 * reading goes on at the next line that starts a record.
 */
final class WarcRecords {

  private static final String VERSION = "WARC/";
  private static final int MAX_HEADER = 1 << 20;

  private final InputStream in;
  private final String source;
  private @Nullable Block block;
  private @Nullable String version;
  private long count;

  /**
   * Opens a WARC file.
   *
   * @param in the file, uncompressed and buffered; not closed
   * @param source its name, for messages
   */
  WarcRecords(InputStream in, String source) {
    this.in = in;
    this.source = source;
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
   *     passes over
   */
  @Nullable Entry next() throws IOException {
    if (block != null) {
      Block ended = block;
      block = null;
      ended.skipRest();
    }
    String start = version;
    version = null;
    while (start == null || start.isEmpty()) {
      start = readLine(MAX_HEADER);
      if (start == null) {
        return null;
      }
    }
    if (!start.startsWith(VERSION)) {
      throw damaged("must have a WARC record after record " + count);
    }
    count++;
    Map<String, String> fields = readFields();
    block = new Block(in, length(fields.getOrDefault("content-length", "")));
    return new Entry(fields, block);
  }

  private Map<String, String> readFields() throws IOException {
    Map<String, String> fields = new HashMap<>();
    int left = MAX_HEADER;
    for (String line = readLine(left); line == null || !line.isEmpty(); line = readLine(left)) {
      if (line == null) {
        throw new EOFException();
      }
      left -= line.length() + 1;
      if (left <= 0) {
        throw damaged("must have a header of at most " + MAX_HEADER + " bytes in record " + count);
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

  private long length(String value) throws IOException {
    try {
      long length = Long.parseLong(value);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number that is less than 0.
    }
    throw damaged(
        "must have a number as the Content-Length of record "
            + count
            + ", but has '"
            + value
            + "'");
  }

  /** Goes on to the next line that starts a record, and returns the failure to be thrown. */
  private ArticleFormatException damaged(String reason) throws IOException {
    String line = readLine(MAX_HEADER);
    while (line != null && !line.startsWith(VERSION)) {
      line = readLine(MAX_HEADER);
    }
    version = line;
    return new ArticleFormatException(
        source, 0, reason + (line == null ? "; nothing follows" : "; reading went on after that"));
  }

  /** {@return the failure of the current record, in which the file ends} */
  ArticleFormatException cutShort(EOFException cause) {
    return new ArticleFormatException(source, 0, "is cut short within record " + count, cause);
  }

  /**
   * {@return the next line, or null at the end}
   *
   * @param maximum the number of bytes after which the rest of the line is left out
   */
  private @Nullable String readLine(int maximum) throws IOException {
    int b = in.read();
    if (b < 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() < maximum) {
        line.write(b);
      }
    }
    return line.toString(UTF_8).strip();
  }

  /** The content of a record: a number of bytes of the file. Not thread-safe. */
  private static final class Block extends InputStream {
    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private long left;

    Block(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0 && length > 0) {
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        left = 0;
        throw new EOFException();
      }
      left -= count;
      return count;
    }

    void skipRest() throws IOException {
      byte[] buffer = new byte[BUFFER];
      while (left > 0) {
        read(buffer, 0, buffer.length);
      }
    }
  }
}
