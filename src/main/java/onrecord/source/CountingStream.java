package onrecord.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes are counted as they are read or skipped. Not thread-safe. */
abstract class CountingStream extends FilterInputStream {

  CountingStream(InputStream in) {
    super(in);
  }

  /** Counts bytes that have been read; 0 at the end of the stream. */
  abstract void count(long bytes) throws IOException;

  @Override
  public final int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public final int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public final long skip(long most) throws IOException {
    long skipped = super.skip(most);
    count(skipped);
    return skipped;
  }
}
