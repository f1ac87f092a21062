package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How much one search may cost. Immutable.
 *
 * @param maxClauses how many words and parts a query may have, 1 to {@value #MOST_CLAUSES}; more
 *     than {@value #DEFAULT_CLAUSES} also raises the bound that Lucene has for the whole program
 * @param maxStates how large the automaton of a wildcard, fuzzy word or regular expression may
 *     become: about its number of states, 1 or more
 * @param time how long a search for a page or for a statistic may take; empty for as long as it
 *     needs. Streams take the time they need.
 */
public record SearchLimits(int maxClauses, int maxStates, Optional<Duration> time) {

  /** How many words and parts a query may have if nothing else is said. */
  public static final int DEFAULT_CLAUSES = 1_024;

  /** How many words and parts a query may have if it is told. */
  public static final int MOST_CLAUSES = 1_000_000;

  /** How many states an automaton may have if nothing else is said. */
  public static final int DEFAULT_STATES = 10_000;

  /** 1,024 words and parts, 10,000 states, and all the time that is needed. */
  public static final SearchLimits DEFAULT =
      new SearchLimits(DEFAULT_CLAUSES, DEFAULT_STATES, Optional.empty());

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is out of bounds
   */
  public SearchLimits {
    if (maxClauses < 1 || maxClauses > MOST_CLAUSES) {
      throw new IllegalArgumentException(
          "maxClauses must be 1 to " + MOST_CLAUSES + ", but was " + maxClauses);
    }
    if (maxStates < 1) {
      throw new IllegalArgumentException("maxStates must be 1 or more, but was " + maxStates);
    }
    requireNonNull(time, "time");
    if (time.isPresent() && !time.get().isPositive()) {
      throw new IllegalArgumentException("time must be positive, but was " + time.get());
    }
  }

  /** {@return the same limits with another number of words and parts} */
  public SearchLimits maxClauses(int value) {
    return new SearchLimits(value, maxStates, time);
  }

  /** {@return the same limits with another number of states} */
  public SearchLimits maxStates(int value) {
    return new SearchLimits(maxClauses, value, time);
  }

  /** {@return the same limits with another time} */
  public SearchLimits time(Duration value) {
    return new SearchLimits(maxClauses, maxStates, Optional.of(value));
  }
}
