package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Limits on the resources that a search may use. Immutable.
 *
 * @param maxClauses the maximum number of words and clauses of a query, 1 to {@value #MAX_CLAUSES};
 *     a value greater than {@value #DEFAULT_CLAUSES} also raises Lucene's limit, which applies to
 *     the whole process
 * @param maxStates the approximate maximum number of states of the automaton of a wildcard pattern,
 *     a fuzzy word or a regular expression, 1 to {@value #MAX_STATES}
 * @param time the maximum duration of a search for a page or a statistic, at most 365 days; empty
 *     for no limit. Streams are not limited.
 */
public record SearchLimits(int maxClauses, int maxStates, Optional<Duration> time) {

  /** The default maximum number of words and clauses of a query. */
  public static final int DEFAULT_CLAUSES = 1_024;

  /** The highest limit that can be set on the number of words and clauses of a query. */
  public static final int MAX_CLAUSES = 1_000_000;

  /** The default maximum number of states of an automaton. */
  public static final int DEFAULT_STATES = 10_000;

  /** The highest limit that can be set on the number of states of an automaton. */
  public static final int MAX_STATES = 1_000_000;

  /** The longest duration that a search can be limited to. */
  public static final Duration MAX_TIME = Duration.ofDays(365);

  /**
   * The default limits: {@value #DEFAULT_CLAUSES} words and clauses, {@value #DEFAULT_STATES}
   * states, and no limit on time.
   */
  public static final SearchLimits DEFAULT =
      new SearchLimits(DEFAULT_CLAUSES, DEFAULT_STATES, Optional.empty());

  /**
   * Validates the limits.
   *
   * @throws IllegalArgumentException if one is out of bounds
   */
  public SearchLimits {
    if (maxClauses < 1 || maxClauses > MAX_CLAUSES) {
      throw new IllegalArgumentException(
          "maxClauses must be 1 to " + MAX_CLAUSES + ", but was " + maxClauses);
    }
    if (maxStates < 1 || maxStates > MAX_STATES) {
      throw new IllegalArgumentException(
          "maxStates must be 1 to " + MAX_STATES + ", but was " + maxStates);
    }
    requireNonNull(time, "time");
    if (time.isPresent() && !time.get().isPositive()) {
      throw new IllegalArgumentException("time must be positive, but was " + time.get());
    }
    if (time.isPresent() && time.get().compareTo(MAX_TIME) > 0) {
      throw new IllegalArgumentException(
          "time must be at most " + MAX_TIME.toDays() + " days, but was " + time.get());
    }
  }

  /** {@return these limits with another number of words and clauses} */
  public SearchLimits maxClauses(int value) {
    return new SearchLimits(value, maxStates, time);
  }

  /** {@return these limits with another number of states} */
  public SearchLimits maxStates(int value) {
    return new SearchLimits(maxClauses, value, time);
  }

  /** {@return these limits with another duration} */
  public SearchLimits time(Duration value) {
    return new SearchLimits(maxClauses, maxStates, Optional.of(value));
  }
}
