package onrecord.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.QueryTimeout;

/** The time limit of a search, which runs from the creation of this object. Thread-safe. */
final class TimeLimit implements QueryTimeout {

  /** No limit. */
  static final TimeLimit NONE = new TimeLimit(Optional.empty(), () -> 0);

  private final Optional<Duration> time;
  private final LongSupplier nanos;
  private final long start;

  /** Starts the time limit of a search; {@code nanos} returns the time in nanoseconds. */
  TimeLimit(SearchLimits limits, LongSupplier nanos) {
    this(limits.time(), nanos);
  }

  private TimeLimit(Optional<Duration> time, LongSupplier nanos) {
    this.time = time;
    this.nanos = nanos;
    this.start = time.isPresent() ? nanos.getAsLong() : 0;
  }

  /** {@return the same limit, running from now} */
  TimeLimit restarted() {
    return new TimeLimit(time, nanos);
  }

  /** {@return whether there is a limit} */
  boolean isLimited() {
    return time.isPresent();
  }

  /** {@return a snapshot whose reader and searcher stop when the limit is exceeded} */
  Snapshot within(Snapshot snapshot) throws IOException {
    return time.isPresent() ? snapshot.within(this) : snapshot;
  }

  @Override
  public boolean shouldExit() {
    return time.isPresent() && nanos.getAsLong() - start > time.get().toNanos();
  }

  /**
   * Checks that the limit is not exceeded.
   *
   * @throws SearchLimitException if it is
   */
  void check() {
    if (shouldExit()) {
      throw exceeded();
    }
  }

  /** {@return the exception for an exceeded limit} */
  SearchLimitException exceeded() {
    return new SearchLimitException(
        SearchLimitException.Limit.TIME,
        "search took longer than "
            + time.map(Duration::toString).orElse("")
            + "; SearchLimits.time raises this");
  }

  /**
   * {@return the exception for a reader that has stopped}
   *
   * @throws InterruptedIOException if it has stopped because the thread was interrupted
   */
  SearchLimitException exceeded(ExitingReaderException stopped) throws InterruptedIOException {
    if (!shouldExit()) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("search was interrupted");
      interrupted.initCause(stopped);
      throw interrupted;
    }
    SearchLimitException exceeded = exceeded();
    exceeded.initCause(stopped);
    return exceeded;
  }
}
