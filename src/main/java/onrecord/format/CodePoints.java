package onrecord.format;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Turns string indices of one text into counts of code points. Making it takes time in proportion
 * to the text; a conversion takes a binary search over the characters that need two indices.
 * Immutable.
 */
final class CodePoints {

  /** The index of the second half of each character that takes two, ascending. */
  private final int[] pairs;

  CodePoints(String text) {
    pairs =
        IntStream.range(1, text.length())
            .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
            .toArray();
  }

  /** {@return the number of code points in front of a string index} */
  int before(int index) {
    int found = Arrays.binarySearch(pairs, index);
    return index - (found < 0 ? -found - 1 : found);
  }
}
