package onrecord;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What an archive does on its own in regular intervals. A failure is kept and told by the next call
 * of {@link #tellFailure}. Thread-safe.
 */
final class Upkeep implements Closeable {

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Closeable> tasks = new ArrayList<>();

  /** Runs a task again and again. */
  @FunctionalInterface
  interface Timer {
    /** {@return what ends it, after its last run} */
    Closeable every(Duration interval, Runnable task);
  }

  /** Something to do. */
  @FunctionalInterface
  interface Task {
    void run() throws IOException;
  }

  /** Has a task done in intervals; an interval of zero means never. */
  void every(Duration interval, Timer timer, Task task) {
    if (interval.isPositive()) {
      tasks.add(timer.every(interval, () -> run(task)));
    }
  }

  private void run(Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      // Whatever leaves a task ends its timer.
      failure.compareAndSet(null, e);
    }
  }

  /**
   * Throws the first failure since the last call, if there was one.
   *
   * @throws IOException with that failure as its cause
   */
  void tellFailure() throws IOException {
    Throwable told = failure.getAndSet(null);
    if (told != null) {
      throw new IOException(
          "what the archive does on its own, refreshing or committing, failed: "
              + told.getMessage(),
          told);
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable task : tasks) {
      task.close();
    }
  }

  /** Waits on a thread of its own for each task. */
  static Closeable clock(Duration interval, Runnable task) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("onrecord-upkeep").factory());
    long nanos = TimeUnit.NANOSECONDS.convert(interval);
    var unused = thread.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
    // By default, closing ends what is repeated, and waits for a run that is under way.
    return thread::close;
  }
}
