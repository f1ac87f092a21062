package onrecord.search;

import java.util.Arrays;
import onrecord.query.CountedBy;

/**
 * The most frequent of the values that are offered, those of equal frequency in their order. Not
 * thread-safe.
 */
final class TopValues {

  private final Tally tally;
  private final CountedBy order;
  private final GreatestFirst first;
  private int offered;

  /**
   * Creates an empty instance.
   *
   * @param order what the frequency of a value is
   * @param limit how many values are kept at most, 1 or more
   */
  TopValues(Tally tally, CountedBy order, int limit) {
    this.tally = tally;
    this.order = order;
    this.first = new GreatestFirst(Math.max(1, Math.min(limit, tally.size())));
  }

  /** Offers a value with an ordinal that was counted. */
  void offer(int ordinal) {
    offered++;
    int count = order == CountedBy.QUOTATIONS ? tally.quotations(ordinal) : tally.articles(ordinal);
    first.add((long) -count << Integer.SIZE | ordinal);
  }

  /** {@return the number of values that were offered} */
  int offered() {
    return offered;
  }

  /** {@return the ordinals of the values that are kept, the most frequent one first} */
  int[] ordinals() {
    return Arrays.stream(first.inOrder()).mapToInt(number -> (int) number).toArray();
  }
}
