package onrecord.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.TimeStep;

/**
 * A request for a {@link Report}. Immutable.
 *
 * @param search what is reported on: its query and filters, whether indirect quotations are
 *     included, whether wordings are counted once, its limits, and the order in which quotations
 *     are shown; the rest of it has no effect
 * @param title the title of the report; empty for one that names the query
 * @param against the quotations with which the words of those found are compared; empty for all
 *     others
 * @param step the length of the periods of the timelines; empty for one that fits the period
 * @param quotations the maximum number of quotations that are shown, 0 to {@value #MAX_QUOTATIONS}
 */
public record ReportRequest(
    Search search,
    Optional<String> title,
    Optional<Query> against,
    Optional<TimeStep> step,
    int quotations) {

  /** The maximum number of quotations that are shown, unless set. */
  public static final int DEFAULT_QUOTATIONS = 50;

  /** The maximum number of quotations that can be shown. */
  public static final int MAX_QUOTATIONS = 200;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the number of quotations is out of range, or the title is
   *     blank
   */
  public ReportRequest {
    requireNonNull(search, "search");
    requireNonNull(against, "against");
    requireNonNull(step, "step");
    if (title.isPresent() && title.get().isBlank()) {
      throw new IllegalArgumentException("title of a report must not be blank");
    }
    if (quotations < 0 || quotations > MAX_QUOTATIONS) {
      throw new IllegalArgumentException(
          "quotations of a report must be 0 to " + MAX_QUOTATIONS + ", but were " + quotations);
    }
  }

  /**
   * {@return a request for a report on a search, which shows {@value #DEFAULT_QUOTATIONS}
   * quotations}
   */
  public static ReportRequest of(Search search) {
    return new ReportRequest(
        search, Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_QUOTATIONS);
  }

  /**
   * {@return this request with a title}
   *
   * @throws IllegalArgumentException if it is blank
   */
  public ReportRequest withTitle(String value) {
    return new ReportRequest(search, Optional.of(value), against, step, quotations);
  }

  /** {@return this request, in which words are compared with those of other quotations} */
  public ReportRequest withAgainst(Query value) {
    return new ReportRequest(search, title, Optional.of(value), step, quotations);
  }

  /** {@return this request with timelines whose periods are as long as given} */
  public ReportRequest withStep(TimeStep value) {
    return new ReportRequest(search, title, against, Optional.of(value), quotations);
  }

  /**
   * {@return this request with another maximum number of quotations}
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public ReportRequest withQuotations(int value) {
    return new ReportRequest(search, title, against, step, value);
  }
}
