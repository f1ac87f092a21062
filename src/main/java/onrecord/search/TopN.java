package onrecord.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the first N of the elements that are offered to it, in an order. Memory is needed for these
 * elements only. Not thread-safe.
 */
final class TopN<T> {

  private final Comparator<? super T> order;
  private final int limit;
  private final PriorityQueue<T> kept;
  private int offered;

  /**
   * Creates an empty selection.
   *
   * @param order the order of the elements
   * @param limit the maximum number of elements that are kept, 1 or more
   */
  TopN(Comparator<? super T> order, int limit) {
    this.order = order;
    this.limit = limit;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void offer(T element) {
    offered++;
    if (kept.size() < limit) {
      kept.add(element);
    } else if (order.compare(element, kept.element()) < 0) {
      kept.remove();
      kept.add(element);
    }
  }

  /** {@return the number of elements that were offered} */
  int offered() {
    return offered;
  }

  /** {@return the elements kept, in order} */
  List<T> inOrder() {
    List<T> ordered = new ArrayList<>(kept);
    ordered.sort(order);
    return ordered;
  }
}
