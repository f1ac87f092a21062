package onrecord.query;

/**
 * Thrown when the text of a query cannot be parsed. The message states the position of the error,
 * what was expected and what was found.
 */
public final class QuerySyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** The position of the error. */
  private final int position;

  /**
   * Constructs an exception.
   *
   * @param expected what was expected and what was found
   * @param position the position of the error, a string index into the query
   */
  public QuerySyntaxException(String expected, int position) {
    super("query cannot be parsed at character " + (position + 1) + ": " + expected);
    this.position = position;
  }

  /**
   * {@return the position of the error: a string index into the query, 0 for its first character}
   */
  public int position() {
    return position;
  }
}
