package onrecord.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    return IntStream.rangeClosed(1, Math.min(LONGEST, word.length() - MIN_REST))
        .mapToObj(length -> new Parts(word.substring(0, length), word.substring(length)))
        .filter(parts -> PREFIXES.contains(parts.prefix()))
        .toList();
  }
}
