package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * A search asks for more than its {@link SearchLimits} allow. The message tells which limit, and
 * how it is raised.
 */
public final class SearchLimitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** What is limited. */
  public enum Limit {
    /** The number of words and parts of the query. */
    CLAUSES,
    /** The size of an automaton. */
    STATES,
    /** The depth of queries within queries. */
    DEPTH,
    /** The time. */
    TIME
  }

  /** Which limit. */
  private final Limit limit;

  /**
   * Makes an exception.
   *
   * @param limit which limit
   * @param message which limit, its value, and how it is raised
   */
  public SearchLimitException(Limit limit, String message) {
    super(message);
    this.limit = requireNonNull(limit, "limit");
  }

  /** {@return which limit} */
  public Limit limit() {
    return limit;
  }
}
