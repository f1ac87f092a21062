package onrecord.search;

import java.util.Arrays;

/** The least of the numbers that were added, as many as requested. Not thread-safe. */
final class GreatestFirst {

  // A heap whose first number is the greatest.
  private final long[] heap;
  private int filled;

  /**
   * Creates an empty instance.
   *
   * @param size how many numbers are kept, at least 1
   */
  GreatestFirst(int size) {
    this.heap = new long[size];
  }

  /** Removes all numbers. */
  void clear() {
    filled = 0;
  }

  /** {@return whether a number is not greater than as many others as are kept} */
  boolean admits(long number) {
    return filled < heap.length || number <= heap[0];
  }

  /** Adds a number. */
  void add(long number) {
    if (filled < heap.length) {
      rise(number, filled++);
    } else if (number < heap[0]) {
      sink(number);
    }
  }

  /** {@return the numbers that are kept, in ascending order} */
  long[] inOrder() {
    long[] ordered = Arrays.copyOf(heap, filled);
    Arrays.sort(ordered);
    return ordered;
  }

  private void rise(long number, int from) {
    int place = from;
    while (place > 0 && heap[(place - 1) / 2] < number) {
      heap[place] = heap[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    heap[place] = number;
  }

  private void sink(long number) {
    int place = 0;
    while (2 * place + 1 < filled) {
      int child = 2 * place + 1;
      if (child + 1 < filled && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= number) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = number;
  }
}
