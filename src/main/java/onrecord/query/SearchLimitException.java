package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * Thrown when a search exceeds one of its {@link SearchLimits}. The message states which limit, and
 * how to raise it.
 */
public final class SearchLimitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** A kind of limit. */
  public enum Limit {
    /** The number of words and clauses of a query. */
    CLAUSES,
    /** The number of states of an automaton. */
    STATES,
    /** The depth of nested queries. */
    DEPTH,
    /** The duration of a search. */
    TIME
  }

  /** The limit that was exceeded. */
  private final Limit limit;

  /**
   * Constructs an exception.
   *
   * @param limit the limit that was exceeded
   * @param message the limit, its value, and how to raise it
   */
  public SearchLimitException(Limit limit, String message) {
    super(message);
    this.limit = requireNonNull(limit, "limit");
  }

  /** {@return the limit that was exceeded} */
  public Limit limit() {
    return limit;
  }
}
