package onrecord.text;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;

/**
 * Converts string indices of a text to counts of Unicode code points, which offsets in JSON and CSV
 * are, as in Python. Creating it takes time proportional to the length of the text; a conversion
 * takes a binary search over the supplementary characters. Immutable.
 */
public final class CodePoints {

  private final String text;

  /** The indices of low surrogates, in ascending order. */
  private final int[] pairs;

  /** Creates a converter for a text. */
  public CodePoints(String text) {
    this.text = requireNonNull(text, "text");
    this.pairs = pairs(text);
  }

  private static int[] pairs(String text) {
    int[] pairs = new int[text.length() - text.codePointCount(0, text.length())];
    int found = 0;
    for (int i = 1; found < pairs.length; i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        pairs[found] = i;
        found++;
      }
    }
    return pairs;
  }

  /** {@return the text} */
  public String text() {
    return text;
  }

  /** {@return the number of code points before a string index, which is not validated} */
  public int before(int index) {
    int found = Arrays.binarySearch(pairs, index);
    return index - (found < 0 ? -found - 1 : found);
  }

  /**
   * {@return the string index before which there are a number of code points}
   *
   * @throws IndexOutOfBoundsException if the text does not have as many
   */
  public int index(int codePoints) {
    int low = 0;
    int high = pairs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs[middle] - middle <= codePoints) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Objects.checkIndex(codePoints + low, text.length() + 1);
  }
}
