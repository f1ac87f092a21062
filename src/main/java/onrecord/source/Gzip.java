package onrecord.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Decompresses what is compressed. */
final class Gzip {

  private static final int BUFFER = 1 << 16;

  private Gzip() {}

  /**
   * {@return the uncompressed, buffered content of a stream, which need not be compressed}
   *
   * @throws IOException if the stream cannot be read, or starts like a gzip file but is not one
   */
  static InputStream decompressed(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean compressed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return compressed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }
}
