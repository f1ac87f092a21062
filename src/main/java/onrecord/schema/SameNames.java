package onrecord.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import onrecord.text.Folding;

/**
 * The names of an index, grouped by their letters without regard to case, accents and the kind of
 * apostrophe, as {@link Folding} defines them: "Liam O'Shea" and "LIAM O’SHEA" are the same name.
 * The form that represents a group is the one of most quotations; among several of these, the first
 * in the order of Unicode code points. An unknown name is a group of its own. Immutable.
 */
final class SameNames {

  /** Reads the names, which are numbered in the order of Unicode code points. */
  interface Names {
    /** {@return the name with a number} */
    String name(int number) throws IOException;

    /** {@return the number of quotations with a name} */
    long quotations(int number) throws IOException;
  }

  // The hashes of the folded names, each with the number of the name, in ascending order.
  private final long[] hashes;
  // The groups by the numbers of the names, and the numbers of their representatives by group; both
  // are empty if each name is a group.
  private final int[] groups;
  private final int[] shown;

  private SameNames(long[] hashes, int[] groups, int[] shown) {
    this.hashes = hashes;
    this.groups = groups;
    this.shown = shown;
  }

  /** {@return the groups of names} */
  static SameNames of(int size, Names names) throws IOException {
    long[] hashes = new long[size];
    for (int number = 0; number < size; number++) {
      hashes[number] = hash(Folding.fold(names.name(number))) | number;
    }
    Arrays.sort(hashes);
    int[] representatives = representatives(names, hashes);
    int[] shown =
        IntStream.range(0, size).filter(number -> representatives[number] == number).toArray();
    if (shown.length == size) {
      return new SameNames(hashes, new int[0], new int[0]);
    }
    int[] groups = new int[size];
    for (int number = 0; number < size; number++) {
      groups[number] = Arrays.binarySearch(shown, representatives[number]);
    }
    return new SameNames(hashes, groups, shown);
  }

  private static long hash(String folded) {
    int hash = folded.hashCode() * 0x9E3779B9;
    return (long) (hash ^ (hash >>> 15)) << Integer.SIZE;
  }

  private static int hashOf(long entry) {
    return (int) (entry >>> Integer.SIZE);
  }

  /** {@return the numbers of the names that represent the groups, by the numbers of the names} */
  private static int[] representatives(Names names, long[] hashes) throws IOException {
    int[] representatives = new int[hashes.length];
    int from = 0;
    while (from < hashes.length) {
      int to = from + 1;
      while (to < hashes.length && hashOf(hashes[to]) == hashOf(hashes[from])) {
        to++;
      }
      for (List<Integer> group : groups(names, hashes, from, to)) {
        int most = mostFrequent(names, group);
        group.forEach(number -> representatives[number] = most);
      }
      from = to;
    }
    return representatives;
  }

  /** {@return the names with one hash, grouped} */
  private static Iterable<List<Integer>> groups(Names names, long[] hashes, int from, int to)
      throws IOException {
    if (to == from + 1) {
      return List.of(List.of((int) hashes[from]));
    }
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      String name = names.name((int) hashes[i]);
      groups.computeIfAbsent(key(name), key -> new ArrayList<>()).add((int) hashes[i]);
    }
    return groups.values();
  }

  /** {@return a text that is the same for the names of one group} */
  private static String key(String name) {
    return name.equals(Schema.UNKNOWN) ? "" : Folding.fold(name);
  }

  /** {@return whether two names are in one group} */
  static boolean areSame(String a, String b) {
    return key(a).equals(key(b));
  }

  private static int mostFrequent(Names names, List<Integer> group) throws IOException {
    // The numbers are in ascending order, since the hashes with the numbers are.
    int most = group.getFirst();
    if (group.size() > 1) {
      long frequency = names.quotations(most);
      for (int number : group.subList(1, group.size())) {
        long other = names.quotations(number);
        if (other > frequency) {
          most = number;
          frequency = other;
        }
      }
    }
    return most;
  }

  /** {@return the number of groups} */
  int size() {
    return merges() ? shown.length : hashes.length;
  }

  /** {@return whether a group has several names} */
  boolean merges() {
    return shown.length > 0;
  }

  /** {@return the group of the name with a number} */
  int group(int number) {
    return merges() ? groups[number] : number;
  }

  /** {@return the number of the name that represents a group} */
  int representative(int group) {
    return merges() ? shown[group] : group;
  }

  /** {@return the names of the group of a name; empty if there is none} */
  List<String> like(String name, Names names) throws IOException {
    String key = key(name);
    long hash = hash(Folding.fold(name));
    int at = Arrays.binarySearch(hashes, hash);
    List<String> like = new ArrayList<>();
    for (int i = at < 0 ? -at - 1 : at;
        i < hashes.length && hashOf(hashes[i]) == hashOf(hash);
        i++) {
      String other = names.name((int) hashes[i]);
      if (key(other).equals(key)) {
        like.add(other);
      }
    }
    return like;
  }
}
