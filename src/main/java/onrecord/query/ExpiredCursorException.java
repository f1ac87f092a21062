package onrecord.query;

/**
 * Thrown when a cursor belongs to a snapshot of the archive that is no longer available: it has
 * expired, it was released in favor of more recent snapshots, or the archive was reopened and
 * changed. The search must be restarted from the first page.
 */
public final class ExpiredCursorException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** Constructs an exception whose message states what happened and what to do. */
  public ExpiredCursorException(String message) {
    super(message);
  }
}
