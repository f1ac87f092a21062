package onrecord.text;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text whose string indices can be told as counts of Unicode code points, which are what Python
 * and JSON written here count in. Making it takes time in proportion to the text; a conversion
 * takes a binary search over the characters that need two indices. Immutable.
 */
public final class CodePoints {

  private final String text;

  /** The index of the second half of each character that takes two, ascending. */
  private final int[] pairs;

  /** Makes the offsets of a text. */
  public CodePoints(String text) {
    this.text = requireNonNull(text, "text");
    this.pairs =
        IntStream.range(1, text.length())
            .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
            .toArray();
  }

  /** {@return the text} */
  public String text() {
    return text;
  }

  /** {@return the number of code points in front of a string index, which is not checked} */
  public int before(int index) {
    int found = Arrays.binarySearch(pairs, index);
    return index - (found < 0 ? -found - 1 : found);
  }
}
