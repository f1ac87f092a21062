package onrecord.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several callers that search at the same time. Not thread-safe. */
final class Callers implements AutoCloseable {

  private final ExecutorService threads;
  private final int count;

  /** Creates a number of callers. */
  Callers(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /**
   * {@return how many searches all callers complete in a second}
   *
   * @param searches the searches, which every caller repeats in turn
   * @param milliseconds how long they search
   */
  double perSecond(List<Clock.Operation> searches, long milliseconds) {
    long begin = System.nanoTime();
    long end = begin + milliseconds * 1_000_000;
    Callable<Long> caller =
        () -> {
          long completed = 0;
          while (System.nanoTime() < end) {
            searches.get((int) (completed % searches.size())).run();
            completed++;
          }
          return completed;
        };
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      running.add(threads.submit(caller));
    }
    long completed = 0;
    try {
      for (Future<Long> each : running) {
        completed += each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a search failed", e);
    }
    return completed / ((System.nanoTime() - begin) / 1e9);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
