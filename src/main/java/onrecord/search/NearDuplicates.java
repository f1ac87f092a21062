package onrecord.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds the texts that belong together, given the hashes of their shingles. Not thread-safe.
 *
 * <p>Two sets with a resemblance of at least {@code t} share at least {@code t} times the elements
 * of either. If the elements of all sets are in one order, they therefore share one of the first
 * elements of each, where these are all but the number that must be shared, and one more (the
 * prefix filter of Chaudhuri, Ganti and Kaushik 2006). With the rarest elements first, few other
 * pairs of sets pass this filter; those that pass are compared. Elements are ordered by a table of
 * frequencies that several elements can share: this affects the time, but never the result.
 */
final class NearDuplicates {

  /** Fewer shared shingles are found in texts that have only a common phrase in common. */
  private static final int MINIMUM_SHARED = 2;

  private static final double ROUNDING = 1e-9;
  private static final int FREQUENCIES = 1 << 20;

  private final List<long[]> sets;
  private final double similarity;
  private final TimeLimit time;
  private final int[] frequencies = new int[FREQUENCIES];
  private final int[] parents;

  /**
   * Creates a finder.
   *
   * @param sets the hashes of the shingles of each text, in ascending order, without duplicates
   * @param similarity the minimum resemblance of texts that belong together
   */
  NearDuplicates(List<long[]> sets, double similarity, TimeLimit time) {
    this.sets = sets;
    this.similarity = similarity;
    this.time = time;
    this.parents = IntStream.range(0, sets.size()).toArray();
    for (long[] set : sets) {
      for (long element : set) {
        frequencies[slot(element)]++;
      }
    }
  }

  /** {@return for each text, the number of one of the texts that it belongs together with} */
  int[] components() {
    Map<Long, List<Integer>> index = new HashMap<>();
    int[] compared = new int[sets.size()];
    for (int text = 0; text < sets.size(); text++) {
      time.check();
      for (long element : prefix(sets.get(text))) {
        List<Integer> others = index.computeIfAbsent(element, e -> new ArrayList<>(2));
        for (int other : others) {
          // Each is compared once, even if it shares several elements of the prefix.
          if (compared[other] != text) {
            compared[other] = text;
            join(text, other);
          }
        }
        others.add(text);
      }
    }
    return IntStream.range(0, parents.length).map(this::root).toArray();
  }

  private void join(int text, int other) {
    int root = root(text);
    int otherRoot = root(other);
    if (root != otherRoot && isSimilar(sets.get(text), sets.get(other))) {
      parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
    }
  }

  private int root(int text) {
    int root = text;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** {@return the elements of a set of which it shares one with each similar set} */
  private long[] prefix(long[] set) {
    int shared = Math.max(MINIMUM_SHARED, (int) Math.ceil(set.length * similarity - ROUNDING));
    int size = Math.max(0, set.length - shared + 1);
    return LongStream.of(set)
        .boxed()
        .sorted((a, b) -> {
          int byFrequency = Integer.compare(frequencies[slot(a)], frequencies[slot(b)]);
          return byFrequency == 0 ? Long.compare(a, b) : byFrequency;
        })
        .limit(size)
        .mapToLong(Long::longValue)
        // No other set has an element that occurs once.
        .filter(element -> frequencies[slot(element)] > 1)
        .toArray();
  }

  private static int slot(long element) {
    return (int) element & (FREQUENCIES - 1);
  }

  private boolean isSimilar(long[] set, long[] other) {
    double smaller = Math.min(set.length, other.length);
    if (smaller / Math.max(set.length, other.length) < similarity - ROUNDING) {
      return false;
    }
    int shared = shared(set, other);
    return shared >= MINIMUM_SHARED
        && (double) shared / (set.length + other.length - shared) >= similarity;
  }

  private static int shared(long[] set, long[] other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < set.length && j < other.length) {
      int order = Long.compare(set[i], other[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** {@return hashes in ascending order, without duplicates} */
  static long[] set(LongStream hashes) {
    long[] sorted = hashes.toArray();
    Arrays.sort(sorted);
    return LongStream.of(sorted).distinct().toArray();
  }
}
