package onrecord.syntax;

/** Thrown when a query cannot be parsed. The message states what was expected. */
public final class SyntaxException extends Exception {

  private static final long serialVersionUID = 1;

  /** The position of the error. */
  private final int position;

  /**
   * Constructs an exception.
   *
   * @param message what was expected and what was found
   * @param position the position of the error, a string index into the query
   */
  public SyntaxException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** {@return the position of the error, a string index into the query} */
  public int position() {
    return position;
  }
}
