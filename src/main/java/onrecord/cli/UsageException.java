package onrecord.cli;

import java.util.function.Supplier;
import onrecord.query.SearchLimitException;

/** Thrown when options or parameters of a command are invalid; the message states why. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  private UsageException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }

  /**
   * {@return the value that is computed from options and parameters}
   *
   * @throws UsageException if computing it throws {@link IllegalArgumentException}
   * @throws SearchLimitException if a query exceeds a limit, which is not a usage error
   */
  static <T> T reading(Supplier<T> arguments) {
    try {
      return arguments.get();
    } catch (SearchLimitException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
