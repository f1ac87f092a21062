package onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.text.WordList;

/**
 * The prefixes of English words after which a hyphen may be written or not, as in "email" and
 * "e-mail". Stateless.
 */
final class Prefixes {

  /** The minimum length of the part of a word after a prefix. */
  private static final int MIN_REST = 2;

  private static final Set<String> PREFIXES =
      WordList.load(Prefixes.class, "prefixes.txt").words().stream()
          .map(WordList.Entry::text)
          .collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST = PREFIXES.stream().mapToInt(String::length).max().orElseThrow();

  private Prefixes() {}

  /**
   * A word as two parts.
   *
   * @param prefix the first part
   * @param rest the second part
   */
  record Parts(String prefix, String rest) {}

  /** {@return a word as a prefix and what follows it, in each possible way} */
  static List<Parts> of(String word) {
    List<Parts> all = new ArrayList<>(1);
    for (int length = 1; length <= Math.min(LONGEST, word.length() - MIN_REST); length++) {
      String prefix = word.substring(0, length);
      if (PREFIXES.contains(prefix)) {
        all.add(new Parts(prefix, word.substring(length)));
      }
    }
    return all;
  }
}
