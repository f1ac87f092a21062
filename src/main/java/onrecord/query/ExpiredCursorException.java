package onrecord.query;

/**
 * A cursor belongs to a state of the archive that is no longer open: too much time has gone by
 * since it was given out, too many other states have been asked for since, or the archive has been
 * opened anew and changed. The search must be begun again.
 */
public final class ExpiredCursorException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** Makes an exception; the message tells what has happened and what to do. */
  public ExpiredCursorException(String message) {
    super(message);
  }
}
