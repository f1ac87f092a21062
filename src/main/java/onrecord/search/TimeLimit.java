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

/** The time that one search may take, which runs from when this is made. Thread-safe. */
final class TimeLimit implements QueryTimeout {

  /** All the time that is needed. */
  static final TimeLimit NONE = new TimeLimit(Optional.empty(), () -> 0);

  private final Optional<Duration> time;
  private final LongSupplier nanos;
  private final long start;

  /** Starts the time that the limits give; {@code nanos} tells it. */
  TimeLimit(SearchLimits limits, LongSupplier nanos) {
    this(limits.time(), nanos);
  }

  private TimeLimit(Optional<Duration> time, LongSupplier nanos) {
    this.time = time;
    this.nanos = nanos;
    this.start = time.isPresent() ? nanos.getAsLong() : 0;
  }

  /** {@return as much time once more, beginning now} */
  TimeLimit again() {
    return new TimeLimit(time, nanos);
  }

  /** {@return a snapshot whose reader and searcher end when the time is over} */
  Snapshot within(Snapshot snapshot) throws IOException {
    return time.isPresent() ? snapshot.within(this) : snapshot;
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
      throw isOver();
    }
  }

  /** {@return what to throw when the time is over} */
  SearchLimitException isOver() {
    return new SearchLimitException(
        SearchLimitException.Limit.TIME,
        "search took longer than "
            + time.map(Duration::toString).orElse("")
            + "; SearchLimits.time raises this");
  }

  /**
   * {@return what to throw when a reader has ended}
   *
   * @throws InterruptedIOException if that is not for the time, but since the thread was
   *     interrupted
   */
  SearchLimitException isOver(ExitingReaderException ended) throws InterruptedIOException {
    if (!shouldExit()) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("search was interrupted");
      interrupted.initCause(ended);
      throw interrupted;
    }
    SearchLimitException over = isOver();
    over.initCause(ended);
    return over;
  }
}
