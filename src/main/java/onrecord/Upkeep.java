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
 * The tasks that an archive runs automatically at regular intervals. A failure is kept and thrown
 * by the next call of {@link #throwFailure}. Thread-safe.
 */
final class Upkeep implements Closeable {

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Closeable> tasks = new ArrayList<>();

  /** Runs a task repeatedly. */
  @FunctionalInterface
  interface Timer {
    /** {@return what stops it, waiting for a run that is under way} */
    Closeable every(Duration interval, Runnable task);
  }

  /** A task that may fail. */
  @FunctionalInterface
  interface Task {
    void run() throws IOException;
  }

  /** Runs a task at intervals; an interval of zero means never. */
  void every(Duration interval, Timer timer, Task task) {
    if (interval.isPositive()) {
      tasks.add(timer.every(interval, () -> run(task)));
    }
  }

  private void run(Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      // A timer stops after a task that throws.
      failure.compareAndSet(null, e);
    }
  }

  /**
   * Throws the first failure since the last call, if there was one.
   *
   * @throws IOException with that failure as its cause
   */
  void throwFailure() throws IOException {
    Throwable thrown = failure.getAndSet(null);
    if (thrown != null) {
      throw new IOException(
          "refreshing or committing automatically failed: " + thrown.getMessage(), thrown);
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable task : tasks) {
      task.close();
    }
  }

  /** Runs a task on a thread of its own. */
  static Closeable clock(Duration interval, Runnable task) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("onrecord-upkeep").factory());
    long nanos = TimeUnit.NANOSECONDS.convert(interval);
    var unused = thread.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
    // Closing stops repeated tasks by default, and waits for a run that is under way.
    return thread::close;
  }
}
