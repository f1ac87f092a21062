package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that write for others, which wait for them and cannot interrupt them. Java closes a file
 * under a thread that is interrupted, and Lucene then gives up on the index with all that was not
 * committed. Thread-safe.
 */
final class WriterThreads implements Closeable {

  // What comes when all is closed has nothing to write any more, and its own thread finds that out.
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("onrecord-write-", 0).factory(),
          (work, closed) -> work.run());

  /**
   * Does some work, however often the calling thread is interrupted meanwhile; it then still is
   * when this returns.
   *
   * @return the result of the work
   * @throws IOException if the work throws it
   */
  <T extends @Nullable Object> T run(Callable<T> work) throws IOException {
    Future<T> future = threads.submit(work);
    try {
      return Uninterruptibles.getUninterruptibly(future);
    } catch (ExecutionException e) {
      Throwable failure = requireNonNullElse(e.getCause(), e);
      // Whoever reads it looks for the call that failed.
      failure.setStackTrace(
          Stream.of(failure.getStackTrace(), e.getStackTrace())
              .flatMap(Stream::of)
              .toArray(StackTraceElement[]::new));
      Throwables.throwIfInstanceOf(failure, IOException.class);
      Throwables.throwIfUnchecked(failure);
      throw new IllegalStateException(failure);
    }
  }

  /** Waits for what is being done and ends the threads. Closing twice has no effect. */
  @Override
  public void close() {
    threads.shutdown();
    Uninterruptibles.awaitTerminationUninterruptibly(threads);
  }
}
