package onrecord.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis of counts from 0. Its ticks are whole numbers that are read easily: 1, 2 or 5 times
 * a power of ten, and their multiples.
 *
 * @param step the distance of its ticks
 * @param end the last tick, at least the greatest count
 */
record Axis(long step, long end) {

  /**
   * {@return an axis for counts}
   *
   * @param most the greatest count
   * @param steps the maximum number of steps
   */
  static Axis of(long most, int steps) {
    long power = 1;
    for (; ; power *= 10) {
      for (long factor : new long[] {1, 2, 5}) {
        long step = power * factor;
        if (Math.ceilDiv(most, step) <= steps) {
          return new Axis(step, Math.max(1, Math.ceilDiv(most, step)) * step);
        }
      }
    }
  }

  /** {@return the ticks, from 0 to the end} */
  List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long tick = 0; tick <= end; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** {@return the length of a count, of an axis that is as long as given} */
  double length(long count, double whole) {
    return whole * count / end;
  }
}
