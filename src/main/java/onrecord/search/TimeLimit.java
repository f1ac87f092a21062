package onrecord.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import org.apache.lucene.index.QueryTimeout;

/** The time that one search may take, which runs from when this is made. Thread-safe. */
final class TimeLimit implements QueryTimeout {

  private final Optional<Duration> time;
  private final LongSupplier nanos;
  private final long start;

  /** Starts the time that the limits give; {@code nanos} tells it. */
  TimeLimit(SearchLimits limits, LongSupplier nanos) {
    this.time = limits.time();
    this.nanos = nanos;
    this.start = time.isPresent() ? nanos.getAsLong() : 0;
  }

  /** {@return whether the time is limited at all} */
  boolean isSet() {
    return time.isPresent();
  }

  @Override
  public boolean shouldExit() {
    return time.isPresent() && nanos.getAsLong() - start > time.get().toNanos();
  }

  /**
   * Goes on if there is time.
   *
   * @throws SearchLimitException if the time is over
   */
  void check() {
    if (shouldExit()) {
      throw isOver("");
    }
  }

  /** {@return what to throw when the time is over; its message ends with what else can be done} */
  SearchLimitException isOver(String advice) {
    return new SearchLimitException(
        SearchLimitException.Limit.TIME,
        "search took longer than "
            + time.map(Duration::toString).orElse("")
            + "; SearchLimits.time raises this"
            + advice);
  }
}
