package onrecord.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The uncompressed content of a stream in the gzip format (RFC 1952): that of all its members, one
 * after the other. Unlike {@link java.util.zip.GZIPInputStream}, it reads the members that follow
 * the first whatever the stream says is available, and reports what is not a member. Not
 * thread-safe.
 */
final class GzipMembers extends InputStream {

  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;
  private static final int DEFLATE = 8;
  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private enum State {
    BEFORE_FIRST,
    IN_MEMBER,
    AFTER_MEMBER,
    ENDED,
    FOLLOWED_BY_OTHER
  }

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 13];
  private int at;
  private int end;
  private State state = State.BEFORE_FIRST;

  /** Creates a stream. Closing it closes the compressed one. */
  GzipMembers(InputStream in) {
    this.in = in;
  }

  /** {@return whether the end was reached, and the last member is followed by other bytes} */
  boolean isFollowedByOther() {
    return state == State.FOLLOWED_BY_OTHER;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * {@inheritDoc}
   *
   * @throws EOFException if the stream ends within a member
   * @throws ZipException if a member is damaged
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = 0;
    while (count == 0) {
      if (state == State.IN_MEMBER && inflater.finished()) {
        endMember();
      }
      if (state != State.IN_MEMBER && !beginMember()) {
        return -1;
      }
      count = inflate(bytes, offset, length);
    }
    crc.update(bytes, offset, count);
    return count;
  }

  /** {@return the number of bytes that were uncompressed; 0 if there may be more} */
  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(bytes, offset, length);
      if (count == 0 && inflater.needsDictionary()) {
        throw damaged();
      }
      if (count == 0 && !inflater.finished()) {
        fill();
        inflater.setInput(buffer, 0, end);
      }
      return count;
    } catch (DataFormatException e) {
      ZipException damaged = damaged();
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** Returns false if there is no other member. */
  private boolean beginMember() throws IOException {
    if (state == State.ENDED || state == State.FOLLOWED_BY_OTHER) {
      return false;
    }
    int first = next();
    // The last block of a tape is filled with zeros.
    while (first == 0 && state == State.AFTER_MEMBER) {
      first = next();
    }
    if (first < 0) {
      state = State.ENDED;
      return false;
    }
    if (first != MAGIC_1 || next() != MAGIC_2) {
      state = State.FOLLOWED_BY_OTHER;
      return false;
    }
    skipHeader();
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    crc.reset();
    state = State.IN_MEMBER;
    return true;
  }

  private void skipHeader() throws IOException {
    if (required() != DEFLATE) {
      throw damaged();
    }
    int flags = required();
    for (int i = 0; i < 6; i++) {
      required();
    }
    if ((flags & EXTRA) != 0) {
      for (int length = required() | required() << 8; length > 0; length--) {
        required();
      }
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && required() != 0) {
        // Neither is of use.
      }
    }
    if ((flags & CHECKSUM) != 0) {
      required();
      required();
    }
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    long expected = unsignedInt();
    long size = unsignedInt();
    if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw damaged();
    }
    state = State.AFTER_MEMBER;
  }

  private long unsignedInt() throws IOException {
    return required() | required() << 8 | required() << 16 | (long) required() << 24;
  }

  private int required() throws IOException {
    int b = next();
    if (b < 0) {
      throw endsEarly();
    }
    return b;
  }

  /** {@return the next compressed byte, or -1 at the end} */
  private int next() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at == end ? -1 : buffer[at++] & 0xFF;
  }

  private void fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    if (end == 0) {
      throw endsEarly();
    }
  }

  private static EOFException endsEarly() {
    return new EOFException("it ends too early");
  }

  private static ZipException damaged() {
    return new ZipException("it is damaged");
  }

  /** Frees memory; nothing can be read afterwards. The compressed stream is not closed. */
  void release() {
    inflater.end();
  }

  @Override
  public void close() throws IOException {
    release();
    in.close();
  }
}
