package onrecord.cli;

import java.util.function.Supplier;
import onrecord.query.SearchLimitException;

/** What a command was given is not valid; the message tells what is wrong with it. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  private UsageException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }

  /** Refuses a number that is not positive. */
  static void requirePositive(String option, long number) {
    if (number < 1) {
      throw new UsageException(option + " must be 1 or more, but was " + number);
    }
  }

  /**
   * {@return what is made of options and parameters}
   *
   * @throws UsageException if it throws {@link IllegalArgumentException}
   * @throws SearchLimitException if a query asks for too much, though it is one
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
