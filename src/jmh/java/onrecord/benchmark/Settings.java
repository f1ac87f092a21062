package onrecord.benchmark;

/** What the comparison repeats, by system properties. Immutable. */
final class Settings {

  /** The number of articles. */
  static final int COUNT = Integer.getInteger("benchmark.count", 2_000);

  /** The number of rounds of adding and of opening. */
  static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

  /** How often each search is measured. */
  static final int SEARCHES = Integer.getInteger("benchmark.searches", 25);

  /**
   * The CPU time that each search takes before it is measured: Java compiles a search of 0.3 ms as
   * far as it ever will after it has run some thousands of times.
   */
  static final double WARM_UP_MICROSECONDS = Integer.getInteger("benchmark.warmUp", 2_500) * 1e3;

  /** How often each search is run before it is measured, at least, whatever it takes. */
  static final int MIN_WARM_UP_RUNS = 8;

  /** How often each search is run before it is measured, at most. */
  static final int MAX_WARM_UP_RUNS = 10_000;

  /** Whether some articles are replaced and deleted after all are added. */
  static final boolean CHANGES = !"false".equals(System.getProperty("benchmark.changes"));

  /** The number of threads that add articles. */
  static final int THREADS = Runtime.getRuntime().availableProcessors();

  private Settings() {}

  /** {@return whether a part of the comparison is run; {@code benchmark.only} is a part's name} */
  static boolean runs(String part) {
    return part.contains(System.getProperty("benchmark.only", ""));
  }
}
