package onrecord;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A timer whose time passes when a test says so. */
final class HandTimer implements Upkeep.Timer {

  private record Entry(Duration interval, Runnable task) {}

  private final List<Entry> tasks = new ArrayList<>();

  @Override
  public Closeable every(Duration interval, Runnable task) {
    Entry entry = new Entry(interval, task);
    tasks.add(entry);
    return () -> tasks.remove(entry);
  }

  /** {@return how many tasks it has now} */
  int tasks() {
    return tasks.size();
  }

  void pass(Duration time) {
    tasks.stream()
        .filter(entry -> entry.interval().compareTo(time) <= 0)
        .forEach(entry -> entry.task().run());
  }
}
