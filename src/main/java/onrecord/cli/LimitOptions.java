package onrecord.cli;

import java.math.BigDecimal;
import java.time.Duration;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much a search may cost. */
final class LimitOptions {

  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000);

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description = "How long the search may take, such as 2.5; as long as it needs if not given.")
  private @Nullable BigDecimal seconds;

  @Option(
      names = "--max-clauses",
      paramLabel = "N",
      description =
          "How many words and parts the query may have, 1 to "
              + SearchLimits.MAX_CLAUSES
              + "; "
              + SearchLimits.DEFAULT_CLAUSES
              + " if not given.")
  private int clauses = SearchLimits.DEFAULT_CLAUSES;

  @Option(
      names = "--max-states",
      paramLabel = "N",
      description =
          "How large a wildcard, fuzzy word or regular expression may become; "
              + SearchLimits.DEFAULT_STATES
              + " if not given.")
  private int states = SearchLimits.DEFAULT_STATES;

  /**
   * {@return the limits}
   *
   * @throws IllegalArgumentException if one is out of its bounds
   */
  SearchLimits limits() {
    SearchLimits limits = SearchLimits.DEFAULT.maxClauses(clauses).maxStates(states);
    return seconds == null ? limits : limits.time(duration(seconds));
  }

  /** {@return what to add to a message about a limit: the option that raises it} */
  static String option(SearchLimitException.Limit limit) {
    return switch (limit) {
      case CLAUSES -> " (here --max-clauses)";
      case STATES -> " (here --max-states)";
      case TIME -> " (here --time)";
      case DEPTH -> "";
    };
  }

  private static Duration duration(BigDecimal seconds) {
    if (seconds.signum() <= 0 || seconds.compareTo(MOST_SECONDS) > 0) {
      throw new IllegalArgumentException(
          "--time must be more than 0 and at most "
              + MOST_SECONDS
              + " seconds, but was "
              + seconds);
    }
    return Duration.ofNanos(Math.max(1, seconds.multiply(NANOS).longValue()));
  }
}
