package onrecord.benchmark;

/** What the comparison repeats, by system properties. Immutable. */
final class Settings {

  /** The number of articles. */
  static final int COUNT = Integer.getInteger("benchmark.count", 2_000);

  /** The number of rounds of adding and of opening. */
  static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

  /** How often each search is measured. */
  static final int SEARCHES = Integer.getInteger("benchmark.searches", 25);

  /** The CPU time that all searches of a row take before they are measured. */
  static final double WARM_UP_MICROSECONDS = Integer.getInteger("benchmark.warmUp", 900) * 1e3;

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
