package onrecord.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of files have been read, counting a file as a whole as soon as it is closed.
 * Thread-safe.
 */
final class ReadPosition {

  private final AtomicLong bytes = new AtomicLong();

  long bytes() {
    return bytes.get();
  }

  /** Counts a file that is not read here. */
  void passed(long size) {
    bytes.addAndGet(size);
  }

  /** {@return a stream that counts what is read of a file} */
  InputStream counting(InputStream file, long size) {
    return new Counting(file, size);
  }

  private final class Counting extends FilterInputStream {
    private long left;

    Counting(InputStream file, long size) {
      super(file);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      count(skipped);
      return skipped;
    }

    private void count(long read) {
      // A file may have grown since its size was determined.
      long counted = Math.min(read, left);
      left -= counted;
      bytes.addAndGet(counted);
    }

    @Override
    public void close() throws IOException {
      count(left);
      super.close();
    }
  }
}
