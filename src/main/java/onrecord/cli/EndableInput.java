package onrecord.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * An input stream that another thread can end, also while a read waits for data. To this end, a
 * thread of its own reads ahead, from the first read on. Not thread-safe except for {@link #end}.
 */
final class EndableInput extends InputStream {

  private static final int CHUNK = 1 << 16;
  private static final int CHUNKS_AHEAD = 2;

  private final InputStream in;
  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
  private Optional<Thread> reader = Optional.empty();
  private Optional<Chunk> chunk = Optional.empty();
  private volatile boolean ended;

  /** What one read has returned: bytes, none of them at the end, or a failure. */
  private record Chunk(ByteBuffer bytes, Optional<IOException> failure) {
    static Chunk last(Optional<IOException> failure) {
      return new Chunk(ByteBuffer.allocate(0), failure);
    }

    boolean isLast() {
      return bytes.capacity() == 0;
    }
  }

  EndableInput(InputStream in) {
    this.in = in;
  }

  /** Ends this stream: what has not been read is not read. */
  void end() {
    ended = true;
    // If this fails, there are chunks, and no read waits.
    boolean unused = chunks.offer(Chunk.last(Optional.empty()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended && chunk.filter(c -> c.isLast() || c.bytes().hasRemaining()).isEmpty()) {
      Chunk next = nextChunk();
      chunk = Optional.of(next);
      if (next.failure().isPresent()) {
        throw next.failure().get();
      }
    }
    if (ended || chunk.orElseThrow().isLast()) {
      return -1;
    }
    ByteBuffer bytes = chunk.orElseThrow().bytes();
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  private Chunk nextChunk() throws IOException {
    if (reader.isEmpty()) {
      reader =
          Optional.of(Thread.ofPlatform().daemon().name("onrecord-input").start(this::readAhead));
    }
    try {
      return chunks.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("reading was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private void readAhead() {
    byte[] buffer = new byte[CHUNK];
    try {
      Chunk read;
      do {
        read = readChunk(buffer);
        chunks.put(read);
      } while (!read.isLast() && !ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Chunk readChunk(byte[] buffer) {
    try {
      int length = in.read(buffer);
      return length < 0
          ? Chunk.last(Optional.empty())
          : new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, length)), Optional.empty());
    } catch (IOException e) {
      return Chunk.last(Optional.of(e));
    }
  }
}
