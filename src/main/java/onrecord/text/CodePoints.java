package onrecord.text;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.IntStream;

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
    this.pairs =
        IntStream.range(1, text.length())
            .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
            .toArray();
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
}
