package onrecord.search;

import com.google.common.base.Throwables;
import com.google.common.collect.Sets;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the work of large searches with the threads that call them. No search waits
 * for one to be free: the calling thread does everything that no other one has begun. Thread-safe.
 */
final class SearchThreads implements Closeable {

  /** No threads: the calling thread does all work. */
  static final SearchThreads NONE = new SearchThreads(1);

  private static final int SECONDS_KEPT = 10;

  private final int helpers;
  private final ThreadPoolExecutor threads;

  /**
   * Creates an instance, which starts threads when they are first needed.
   *
   * @param processors the number of processors that a search may use, including that of the thread
   *     that calls it, 1 or more
   */
  SearchThreads(int processors) {
    this.helpers = processors - 1;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Math.max(1, helpers),
            SECONDS_KEPT,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("onrecord-search-", 0).factory());
  }

  /** {@return whether there is a thread besides the calling one} */
  boolean areSeveral() {
    return helpers > 0;
  }

  /** Creates what one thread works with. */
  @FunctionalInterface
  interface Creation<C> {
    C create() throws IOException;
  }

  /** Does one part of some work. */
  @FunctionalInterface
  interface Work<C, P> {
    void on(C own, P part) throws IOException;
  }

  /**
   * Does work on parts, each in one thread and in any order, and waits for it to complete even if
   * the calling thread is interrupted.
   *
   * @param parts the parts, which are begun in their order
   * @param creation creates what each thread works with
   * @return what the threads have worked with
   * @throws IOException if a part of the work throws it; the others are then not begun
   */
  <C, P> List<C> each(List<P> parts, Creation<C> creation, Work<? super C, P> work)
      throws IOException {
    AtomicInteger next = new AtomicInteger();
    Callable<C> all =
        () -> {
          try {
            C own = creation.create();
            for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
              work.on(own, parts.get(i));
            }
            return own;
          } finally {
            // If this thread has failed, no other one begins a further part.
            next.set(parts.size());
          }
        };
    List<FutureTask<C>> tasks = new ArrayList<>();
    tasks.add(new FutureTask<>(all));
    boolean isStarted = true;
    while (isStarted && tasks.size() <= helpers && tasks.size() < parts.size()) {
      isStarted = start(tasks, all);
    }
    tasks.getFirst().run();
    return results(tasks);
  }

  /** Starts a thread with a further task, if there is one that has nothing else to do. */
  private <C> boolean start(List<FutureTask<C>> tasks, Callable<C> all) {
    FutureTask<C> task = new FutureTask<>(all);
    try {
      threads.execute(task);
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      return false;
    }
    return tasks.add(task);
  }

  private static <C> List<C> results(List<FutureTask<C>> tasks) throws IOException {
    List<C> results = new ArrayList<>();
    // Java may throw the same object in several threads.
    Set<Throwable> failures = Sets.newIdentityHashSet();
    @Nullable Throwable failure = null;
    for (FutureTask<C> task : tasks) {
      try {
        results.add(Uninterruptibles.getUninterruptibly(task));
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        boolean isNew = failures.add(cause);
        if (failure == null) {
          failure = cause;
        } else if (isNew) {
          failure.addSuppressed(cause);
        }
      }
    }
    if (failure != null) {
      Throwables.throwIfInstanceOf(failure, IOException.class);
      Throwables.throwIfUnchecked(failure);
      throw new IOException(failure);
    }
    return results;
  }

  /** Lets all threads end that have nothing to do any more. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
