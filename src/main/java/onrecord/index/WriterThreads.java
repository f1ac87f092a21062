package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that write for others, which wait for them and cannot interrupt them: as many as there
 * are others at a time. Java closes a file under a thread that is interrupted, and Lucene then
 * gives up on the index with all that was not committed. Thread-safe.
 */
final class WriterThreads implements Closeable {

  private final ExecutorService threads;

  WriterThreads() {
    this(Thread.ofPlatform().daemon().name("onrecord-write-", 0).factory());
  }

  /** Writes on threads that a factory makes. */
  WriterThreads(ThreadFactory factory) {
    // What comes when all is closed has nothing to write any more, and its own thread finds that
    // out.
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            factory,
            (work, closed) -> work.run());
  }

  /**
   * Does some work, however often the calling thread is interrupted meanwhile; it then still is
   * when this returns. Where no more threads can be made, the calling thread does it: an archive
   * must close even then.
   *
   * @return the result of the work
   * @throws IOException if the work throws it
   */
  <T extends @Nullable Object> T run(Callable<T> work) throws IOException {
    FutureTask<T> future = new FutureTask<>(work);
    try {
      threads.execute(future);
    } catch (OutOfMemoryError e) {
      future.run();
    }
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
