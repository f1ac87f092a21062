package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onrecord.engine.Processors;
import org.jspecify.annotations.Nullable;

/**
 * Threads that use the files of an archive on behalf of calling threads, which wait for them: Java
 * closes a file when the thread that uses it is interrupted, and Lucene then closes the index and
 * loses all that was not committed. There are as many threads as concurrent calls. Thread-safe.
 */
final class WriterThreads implements Closeable {

  private final ExecutorService threads;
  private final Processors processors;

  /** Work on an index. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run() throws IOException;
  }

  /**
   * Creates an instance.
   *
   * @param processors are shared by the threads that need one
   */
  WriterThreads(Processors processors) {
    this(processors, Thread.ofPlatform().daemon().name("onrecord-write-", 0).factory());
  }

  /** Creates an instance whose threads are created by a factory. */
  WriterThreads(Processors processors, ThreadFactory factory) {
    this.processors = processors;
    // Work that is submitted after closing runs on the calling thread, and fails there because the
    // index is closed.
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
   * Does work, and waits for it to complete even if the calling thread is interrupted; its
   * interrupt status is then set again before this method returns. If no thread can be created, the
   * calling thread does the work, so that an archive can be closed in any case.
   *
   * @return the result of the work
   * @throws IOException if the work throws it
   */
  <T extends @Nullable Object> T run(Work<T> work) throws IOException {
    FutureTask<T> future = new FutureTask<>(work::run);
    try {
      threads.execute(future);
    } catch (OutOfMemoryError e) {
      future.run();
    }
    return get(future);
  }

  private static <T extends @Nullable Object> T get(FutureTask<T> future) throws IOException {
    try {
      return Uninterruptibles.getUninterruptibly(future);
    } catch (ExecutionException e) {
      Throwable failure = requireNonNullElse(e.getCause(), e);
      // The stack trace also shows the call that failed.
      failure.setStackTrace(
          Stream.of(failure.getStackTrace(), e.getStackTrace())
              .flatMap(Stream::of)
              .toArray(StackTraceElement[]::new));
      Throwables.throwIfInstanceOf(failure, IOException.class);
      Throwables.throwIfUnchecked(failure);
      throw new IllegalStateException(failure);
    }
  }

  /** {@return whether work can be divided among several threads} */
  boolean areSeveral() {
    return processors.count() > 1;
  }

  /** {@return the processors that the threads share} */
  Processors processors() {
    return processors;
  }

  /**
   * Starts work that needs a processor, and does not wait for it, except in {@link #close}. A
   * failure of it is not reported.
   */
  void start(Work<?> work) {
    FutureTask<?> future = new FutureTask<>(() -> processors.use(work::run));
    try {
      threads.execute(future);
    } catch (OutOfMemoryError e) {
      future.run();
    }
  }

  /**
   * Does a share of some work on as many threads as there are processors, the calling one included,
   * each when it can use a processor, and waits for all of them.
   *
   * @param share does a share of the work; called once by each thread
   * @throws IOException if one throws it; the others have been done all the same
   */
  void share(Work<?> share) throws IOException {
    share(processors.count(), () -> processors.use(share::run));
  }

  private void share(int times, Work<?> share) throws IOException {
    if (times == 1) {
      share.run();
      return;
    }
    FutureTask<?> others =
        new FutureTask<>(() -> {
          share(times - 1, share);
          return Boolean.TRUE;
        });
    try {
      threads.execute(others);
    } catch (OutOfMemoryError e) {
      others.run();
    }
    try {
      share.run();
    } finally {
      get(others);
    }
  }

  /**
   * Does work on a new thread, as {@link #run} does.
   *
   * @return the result of the work
   * @throws IOException if the work throws it
   */
  static <T extends @Nullable Object> T runOnce(Work<T> work) throws IOException {
    try (WriterThreads threads = new WriterThreads(new Processors(1))) {
      return threads.run(work);
    }
  }

  /** Waits for running work and ends the threads. Has no effect if they have been ended. */
  @Override
  public void close() {
    threads.shutdown();
    Uninterruptibles.awaitTerminationUninterruptibly(threads);
  }
}
