package onrecord.cli;

import java.time.Duration;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that limit the cost of a search. */
final class LimitOptions {

  @Option(
      names = "--time",
      converter = Seconds.class,
      paramLabel = "SECONDS",
      description = "Time limit of the search, such as 2.5. Default: unlimited.")
  private @Nullable Duration time;

  @Option(
      names = "--max-clauses",
      converter = WholeNumber.Clauses.class,
      paramLabel = "N",
      description =
          "Maximum number of clauses of the query, 1 to "
              + SearchLimits.MAX_CLAUSES
              + ". Default: ${DEFAULT-VALUE}.")
  private int clauses = SearchLimits.DEFAULT_CLAUSES;

  @Option(
      names = "--max-states",
      converter = WholeNumber.States.class,
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
    return time == null ? limits : limits.time(time);
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
}
