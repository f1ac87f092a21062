package onrecord.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.brotli.dec.BrotliInputStream;

/** Uncompresses Brotli. The only class that names its library, which is optional. */
final class Brotli {

  private Brotli() {}

  /**
   * {@return the uncompressed content}
   *
   * @throws IOException if it is damaged at its start
   */
  static InputStream open(InputStream compressed) throws IOException {
    return new Checked(compressed);
  }

  /** The library does not distinguish a damaged stream from one that is cut short. */
  private static final class Checked extends InputStream {
    private final InputStream in;

    Checked(InputStream compressed) throws IOException {
      try {
        this.in = new BrotliInputStream(compressed);
      } catch (IOException | RuntimeException e) {
        throw damaged(e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (IOException | RuntimeException e) {
        throw damaged(e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    private static EOFException damaged(Exception cause) {
      EOFException failure = new EOFException("Brotli is damaged or cut short");
      failure.initCause(cause);
      return failure;
    }
  }
}
