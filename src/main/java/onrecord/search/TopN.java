package onrecord.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the first of many things in some order, with no more memory than they need. Not
 * thread-safe.
 */
final class TopN<T> {

  private final Comparator<? super T> order;
  private final int limit;
  private final PriorityQueue<T> kept;
  private int offered;

  /**
   * Keeps none yet.
   *
   * @param order how the things are ordered
   * @param limit how many are kept at most, 1 or more
   */
  TopN(Comparator<? super T> order, int limit) {
    this.order = order;
    this.limit = limit;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void offer(T thing) {
    offered++;
    if (kept.size() < limit) {
      kept.add(thing);
    } else if (order.compare(thing, kept.element()) < 0) {
      kept.remove();
      kept.add(thing);
    }
  }

  /** {@return how many things there were} */
  int offered() {
    return offered;
  }

  /** {@return the things kept, the first first} */
  List<T> inOrder() {
    List<T> ordered = new ArrayList<>(kept);
    ordered.sort(order);
    return ordered;
  }
}
