package onrecord.serve;

import java.io.Serial;

/** Thrown when a request cannot be answered as it is; the message states why. */
final class BadRequestException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final int status;

  BadRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  BadRequestException(String message) {
    this(400, message);
  }

  /** {@return the status of HTTP that is answered} */
  int status() {
    return status;
  }
}
