package onrecord.schema;

/** An archive has an older format than a field that is asked for; the message tells both. */
public final class MissingFieldException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MissingFieldException(String message) {
    super(message);
  }
}
