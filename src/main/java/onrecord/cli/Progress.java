package onrecord.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reports how much of its work a command has done, until it is closed: several times a second on
 * the last line of a terminal, or else once a minute. Thread-safe.
 */
final class Progress implements AutoCloseable {

  private static final Duration FIRST = Duration.ofMillis(400);
  private static final Duration STATUS = Duration.ofMillis(200);
  private static final Duration LINE = Duration.ofMinutes(1);

  /** The time that is left is not estimated from less. */
  private static final Duration ENOUGH = Duration.ofSeconds(2);

  private final Terminal terminal;
  private final ScheduledExecutorService timer;
  private boolean closed;

  private Progress(Terminal terminal, ScheduledExecutorService timer) {
    this.terminal = terminal;
    this.timer = timer;
  }

  /**
   * Begins to report.
   *
   * @param doing the work, as in "indexing"
   * @param amount returns how much is done; called by another thread
   */
  static Progress start(Terminal terminal, String doing, Supplier<Amount> amount) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("onrecord-progress").factory());
    Progress progress = new Progress(terminal, timer);
    long start = System.nanoTime();
    Supplier<String> line =
        () -> line(doing, amount.get(), Duration.ofNanos(System.nanoTime() - start));
    switch (terminal.reporting()) {
      case NONE -> {}
      case STATUS_LINE ->
          repeat(timer, FIRST, STATUS, () -> progress.report(() -> terminal.status(line.get())));
      case LINE_A_MINUTE ->
          repeat(timer, LINE, LINE, () -> progress.report(() -> terminal.complain(line.get())));
    }
    return progress;
  }

  /** Repeats an action until the timer is shut down; an action that throws is the last. */
  private static void repeat(
      ScheduledExecutorService timer, Duration first, Duration period, Runnable action) {
    Future<?> unused =
        timer.scheduleAtFixedRate(
            action, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void report(Runnable report) {
    if (!closed) {
      report.run();
    }
  }

  /**
   * {@return a line such as "indexing: 1200 articles, 400 a second, 60 %, 2 s left, 1 rejected"}
   */
  static String line(String doing, Amount amount, Duration elapsed) {
    List<String> parts = new ArrayList<>();
    double seconds = elapsed.toMillis() / 1000.0;
    if (amount.count() >= 0) {
      parts.add(Count.of(amount.count(), amount.thing()));
      if (seconds > 0) {
        parts.add(rate(amount.count() / seconds) + " a second");
      }
    }
    amount
        .share()
        .ifPresent(share -> {
          parts.add((int) (100 * share) + " %");
          if (share > 0 && elapsed.compareTo(ENOUGH) >= 0) {
            parts.add(time(Math.round(seconds * (1 - share) / share)) + " left");
          }
        });
    if (amount.rejected() > 0) {
      parts.add(amount.rejected() + " rejected");
    }
    return doing + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
  }

  private static String time(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = Math.ceilDiv(seconds, 60);
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /** Stops reporting and removes the line from the terminal. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.shutdownNow();
    terminal.endStatus();
  }
}
