package onrecord.schema;

import java.util.List;

/**
 * Consecutive words of a text. Immutable.
 *
 * @param first the number of the first word, counted from 0
 * @param end the number of the word after the last one
 */
record WordRange(int first, int end) {

  /** {@return the number of words} */
  int length() {
    return end - first;
  }

  /** {@return whether none of several ranges begins before the end of the one before it} */
  static boolean areInOrder(List<WordRange> ranges) {
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).first < ranges.get(i - 1).end) {
        return false;
      }
    }
    return true;
  }
}
