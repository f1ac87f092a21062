package onrecord.cli;

import java.math.BigDecimal;
import java.time.Duration;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that limit the cost of a search. */
final class LimitOptions {

  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MAX_SECONDS =
      BigDecimal.valueOf(SearchLimits.MAX_TIME.toSeconds());

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description = "Time limit of the search, such as 2.5. Default: unlimited.")
  private @Nullable BigDecimal seconds;

  @Option(
      names = "--max-clauses",
      paramLabel = "N",
      description =
          "Maximum number of clauses of the query, 1 to "
              + SearchLimits.MAX_CLAUSES
              + ". Default: ${DEFAULT-VALUE}.")
  private int clauses = SearchLimits.DEFAULT_CLAUSES;

  @Option(
      names = "--max-states",
      paramLabel = "N",
      description =
          "Maximum number of states of a wildcard pattern, fuzzy word or regular expression."
              + " Default: ${DEFAULT-VALUE}.")
  private int states = SearchLimits.DEFAULT_STATES;

  /**
   * {@return the limits}
   *
   * @throws IllegalArgumentException if a limit is out of range
   */
  SearchLimits limits() {
    SearchLimits limits = SearchLimits.DEFAULT.maxClauses(clauses).maxStates(states);
    return seconds == null ? limits : limits.time(duration(seconds));
  }

  /** {@return the part of a message about a limit that names the option that raises it} */
  static String option(SearchLimitException.Limit limit) {
    return switch (limit) {
      case CLAUSES -> " (here --max-clauses)";
      case STATES -> " (here --max-states)";
      case TIME -> " (here --time)";
      case DEPTH -> "";
    };
  }

  private static Duration duration(BigDecimal seconds) {
    if (seconds.signum() <= 0 || seconds.compareTo(MAX_SECONDS) > 0) {
      throw new IllegalArgumentException(
          "--time must be more than 0 and at most " + MAX_SECONDS + " seconds, but was " + seconds);
    }
    return Duration.ofNanos(Math.max(1, seconds.multiply(NANOS).longValue()));
  }
}
