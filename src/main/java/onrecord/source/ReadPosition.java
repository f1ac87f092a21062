package onrecord.source;

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

  private final class Counting extends CountingStream {
    private long left;

    Counting(InputStream file, long size) {
      super(file);
      this.left = size;
    }

    @Override
    void count(long read) {
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
