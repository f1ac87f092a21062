package onrecord.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Reads the records of a WARC file. This is the only class that knows jwarc. Not thread-safe.
 *
 * <p>The library does not limit the size of the header of a record; this class does.
 */
final class WarcRecords {

  private static final int MAX_HEADER = 1 << 20;

  private final String source;
  private final Budget content;
  private final WarcReader records;
  private @Nullable WarcRecord current;
  private long count;

  /**
   * Opens a WARC file.
   *
   * @param in the file, uncompressed; not closed
   * @param source its name, for messages
   */
  WarcRecords(InputStream in, String source) throws IOException {
    this.source = source;
    this.content = new Budget(in);
    content.allow(MAX_HEADER);
    try {
      this.records = new WarcReader(content);
    } catch (ParsingException | IllegalArgumentException | EOFException e) {
      throw new ArticleFormatException(source, 0, "must start with a WARC record, but does not", e);
    }
    records.setLenient(true);
  }

  /**
   * A record, whose block can be read until the next record is.
   *
   * @param type the type, such as "response"
   * @param block the content
   */
  record Entry(String type, WarcRecord header, InputStream block) {

    /** {@return the value of a field of the header} */
    Optional<String> field(String name) {
      return header.headers().first(name);
    }
  }

  /**
   * {@return the next record, or null at the end}
   *
   * @throws ArticleFormatException if there is something else than a record; nothing can be read
   *     after that
   */
  @Nullable Entry next() throws IOException {
    skipRest();
    try {
      content.allow(MAX_HEADER);
      current = records.next().orElse(null);
      content.allow(Long.MAX_VALUE);
      if (current == null) {
        return null;
      }
      Entry entry = new Entry(current.type(), current, current.body().stream());
      count++;
      return entry;
    } catch (EOFException e) {
      throw new ArticleFormatException(source, 0, "is cut short after record " + count, e);
    } catch (ParsingException | NoSuchElementException | IllegalArgumentException e) {
      throw new ArticleFormatException(
          source,
          0,
          "must have a WARC record after record "
              + count
              + ", but has something else, from which on nothing was read",
          e);
    }
  }

  private void skipRest() throws IOException {
    try {
      if (current != null) {
        current.body().consume();
      }
    } catch (EOFException e) {
      throw cutShort(e);
    }
  }

  /** {@return the failure of the current record, in which the file ends} */
  ArticleFormatException cutShort(EOFException cause) {
    return new ArticleFormatException(source, 0, "is cut short within record " + count, cause);
  }

  /** A stream of which only a number of bytes may be read until more are allowed. */
  private static final class Budget extends FilterInputStream {
    private long left;

    Budget(InputStream in) {
      super(in);
    }

    void allow(long bytes) {
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      spend(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      spend(Math.max(0, count));
      return count;
    }

    private void spend(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new IllegalArgumentException("the header of a record is too long");
      }
    }
  }
}
