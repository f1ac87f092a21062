package onrecord.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures operations by CPU time, which other processes do not prolong. Immutable. */
final class Clock {

  private Clock() {}

  /** A measured operation. */
  @FunctionalInterface
  interface Operation {
    void run() throws IOException;
  }

  /**
   * The time of an operation in seconds.
   *
   * @param cpu the CPU time of the process
   * @param wall the time that passed
   */
  record Spent(double cpu, double wall) {}

  /** {@return the time of an operation, including those of compiling it and of freeing memory} */
  static Spent spent(Operation operation) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    operation.run();
    return new Spent((system.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
  }

  /**
   * {@return the CPU time of all threads of Java for one run, in microseconds} The compiler, the
   * garbage collector and threads that end meanwhile do not count.
   */
  static double micros(Operation operation, int times) throws IOException {
    Threads before = Threads.now();
    for (int i = 0; i < times; i++) {
      operation.run();
    }
    return Threads.now().since(before) / 1e3 / times;
  }

  /** The CPU times of the threads at one moment. Immutable. */
  private static final class Threads {
    private final long[] ids;
    private final long[] times;

    private Threads(long[] ids, long[] times) {
      this.ids = ids;
      this.times = times;
    }

    static Threads now() {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long[] ids = threads.getAllThreadIds();
      return new Threads(ids, threads.getThreadCpuTime(ids));
    }

    /** {@return the time of these threads since an earlier moment, in nanoseconds} */
    long since(Threads before) {
      long spent = 0;
      for (int i = 0; i < ids.length; i++) {
        spent += Math.max(0, times[i] - before.of(ids[i]));
      }
      return spent;
    }

    private long of(long id) {
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] == id) {
          return Math.max(0, times[i]);
        }
      }
      return 0;
    }
  }

  /**
   * {@return the medians of the CPU times of operations that take turns, in microseconds} All are
   * compiled before they are measured.
   */
  static double[] medians(Operation... operations) throws IOException {
    double[] spent = new double[operations.length];
    boolean isWarm = false;
    for (int run = 0; run < Settings.MAX_WARM_UP_RUNS && !isWarm; run++) {
      isWarm = run >= Settings.MIN_WARM_UP_RUNS;
      for (int i = 0; i < operations.length; i++) {
        if (run < Settings.MIN_WARM_UP_RUNS || spent[i] < Settings.WARM_UP_MICROSECONDS) {
          spent[i] += micros(operations[i], 1);
          isWarm = false;
        }
      }
    }
    double[][] times = new double[operations.length][Settings.SEARCHES];
    for (int i = 0; i < Settings.SEARCHES; i++) {
      for (int each = 0; each < operations.length; each++) {
        times[each][i] = micros(operations[each], 2);
      }
    }
    return Arrays.stream(times).mapToDouble(Clock::median).toArray();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
