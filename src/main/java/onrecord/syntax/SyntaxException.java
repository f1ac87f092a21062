package onrecord.syntax;

/** A query cannot be read. The message tells what was expected. */
public final class SyntaxException extends Exception {

  private static final long serialVersionUID = 1;

  /** Where the mistake is. */
  private final int position;

  /**
   * Makes an exception.
   *
   * @param message what was expected and what came
   * @param position where, a string index into the query
   */
  public SyntaxException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** {@return where the mistake is, a string index into the query} */
  public int position() {
    return position;
  }
}
