package onrecord.query;

/**
 * A query in the query syntax cannot be read. The message tells where the mistake is, what was
 * expected and what came.
 */
public final class QuerySyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** Where the mistake is. */
  private final int position;

  /**
   * Makes an exception.
   *
   * @param expected what was expected and what came
   * @param position where the mistake is, a string index into the query
   */
  public QuerySyntaxException(String expected, int position) {
    super("query cannot be read at character " + (position + 1) + ": " + expected);
    this.position = position;
  }

  /** {@return where the mistake is: a string index into the query, 0 for its first character} */
  public int position() {
    return position;
  }
}
