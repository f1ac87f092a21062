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
   * {@return the CPU time of all threads of Java for one run, in microseconds} The compiler and the
   * garbage collector do not count.
   */
  static double micros(Operation operation, int times) throws IOException {
    long before = ofThreads();
    for (int i = 0; i < times; i++) {
      operation.run();
    }
    return (ofThreads() - before) / 1e3 / times;
  }

  private static long ofThreads() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // A thread that has ended has no time.
    return Arrays.stream(threads.getThreadCpuTime(threads.getAllThreadIds()))
        .filter(time -> time > 0)
        .sum();
  }

  /**
   * {@return the medians of the CPU times of operations that take turns, in microseconds} All are
   * compiled before they are measured.
   */
  static double[] medians(Operation... operations) throws IOException {
    double spent = 0;
    for (int run = 0; run < 8 || spent < Settings.WARM_UP_MICROSECONDS; run++) {
      for (Operation operation : operations) {
        spent += micros(operation, 1);
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
