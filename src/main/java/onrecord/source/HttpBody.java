package onrecord.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Decodes the body of a response of HTTP. Crawlers store bodies as they were sent, or decoded, and
 * do not always change the header accordingly; therefore the body itself is looked at too.
 */
final class HttpBody {

  private static final int BUFFER = 1 << 13;
  private static final int MARK = 32;
  private static final int ZLIB = 0x78;

  private HttpBody() {}

  /**
   * {@return the decoded body, up to a maximum number of bytes; empty if it is in a coding that is
   * not read}
   *
   * @param raw the body as stored
   * @param header the header, whose content coding is not Brotli if the library for it is missing
   * @param cut whether the crawler cut the body, so that its end may be missing
   * @throws IOException if the body is damaged
   */
  static Optional<byte[]> decode(HttpHeader header, byte[] raw, boolean cut, int maximum)
      throws IOException {
    InputStream body = new BufferedInputStream(new ByteArrayInputStream(raw), BUFFER);
    if (header.lists("transfer-encoding", "chunked") && isChunked(body)) {
      body = new BufferedInputStream(new Chunks(body), BUFFER);
    }
    byte[] start = peek(body);
    if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
      try (InputStream unzipped = new GZIPInputStream(body, BUFFER)) {
        return Optional.of(read(unzipped, cut, maximum));
      }
    }
    if (!looksDecoded(start) && header.lists("content-encoding", "deflate")) {
      Inflater inflater = new Inflater(start[0] != ZLIB);
      try (InputStream inflated = new InflaterInputStream(body, inflater, BUFFER)) {
        return Optional.of(read(inflated, cut, maximum));
      } finally {
        inflater.end();
      }
    }
    if (!looksDecoded(start) && header.lists("content-encoding", "br")) {
      try (InputStream uncompressed = Brotli.open(body)) {
        return Optional.of(read(uncompressed, cut, maximum));
      }
    }
    boolean unread = !looksDecoded(start) && header.lists("content-encoding", "zstd");
    return unread ? Optional.empty() : Optional.of(read(body, cut, maximum));
  }

  private static byte[] read(InputStream in, boolean cut, int maximum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try {
      int count = in.read(buffer);
      while (count >= 0 && bytes.size() < maximum) {
        bytes.write(buffer, 0, Math.min(count, maximum - bytes.size()));
        count = in.read(buffer);
      }
    } catch (EOFException e) {
      if (!cut) {
        throw e;
      }
    }
    return bytes.toByteArray();
  }

  /** {@return whether a body starts with white space or a tag, perhaps after a byte order mark} */
  private static boolean looksDecoded(byte[] start) {
    int at = start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB ? 3 : 0;
    while (at < start.length && Character.isWhitespace(start[at])) {
      at++;
    }
    return at == start.length || start[at] == '<';
  }

  /** {@return whether a body starts with the size of a chunk} */
  private static boolean isChunked(InputStream body) throws IOException {
    byte[] start = peek(body);
    int at = 0;
    while (at < start.length && Character.digit(start[at], 16) >= 0) {
      at++;
    }
    return at > 0
        && at < start.length
        && (start[at] == '\r' || start[at] == ';' || start[at] == ' ');
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(MARK);
    byte[] start = in.readNBytes(MARK);
    in.reset();
    return start;
  }

  /** The content of a body that is sent in chunks, each after its size. Not thread-safe. */
  private static final class Chunks extends InputStream {
    private static final int MAX_SIZE_LINE = 4096;

    private final InputStream in;
    private long left;
    private boolean started;
    private boolean ended;

    Chunks(InputStream in) {
      this.in = in;
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
      while (left == 0 && !ended) {
        nextChunk();
      }
      if (ended) {
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("a chunk is incomplete");
      }
      left -= count;
      return count;
    }

    private void nextChunk() throws IOException {
      if (started) {
        readLine();
      }
      started = true;
      String line = readLine();
      String size = line.split("[; ]", 2)[0];
      try {
        left = Long.parseUnsignedLong(size, 16);
      } catch (NumberFormatException e) {
        throw new EOFException("the size of a chunk is missing");
      }
      if (left < 0) {
        throw new EOFException("the size of a chunk is too large");
      }
      ended = left == 0;
    }

    private String readLine() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        if (line.length() >= MAX_SIZE_LINE) {
          throw new EOFException("the size of a chunk is missing");
        }
        line.append((char) b);
      }
      return line.toString().strip();
    }
  }
}
