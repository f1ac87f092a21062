package onrecord.schema;

/** Thrown if the format of an archive is older than a requested field; the message names both. */
public final class MissingFieldException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MissingFieldException(String message) {
    super(message);
  }
}
