package onrecord.index;

import java.util.Comparator;
import onrecord.schema.AnnotationLog.Passage;

/**
 * How much of what was around a passage is around a place, in characters. Immutable.
 *
 * @param near the number of characters in the paragraph of the passage that are the same
 * @param nearby the number of characters in the paragraph of the passage that were kept
 * @param all the number of characters that are the same, in whatever paragraph
 * @param kept the number of characters that were kept
 */
record Surroundings(int near, int nearby, int all, int kept) implements Comparable<Surroundings> {

  /** The number of characters before and after a passage that are kept and compared. */
  static final int LENGTH = 64;

  /** The number of characters in the paragraph that are enough to compare the paragraph alone. */
  private static final int ENOUGH = 16;

  private static final Comparator<Surroundings> ORDER =
      Comparator.comparingInt(Surroundings::near).thenComparingInt(Surroundings::all);

  /** {@return what a place in a text has of the surroundings of a passage} */
  static Surroundings of(Passage passage, String text, int start, int end) {
    String before = passage.before();
    int left = 0;
    while (left < before.length()
        && left < start
        && before.charAt(before.length() - 1 - left) == text.charAt(start - 1 - left)) {
      left++;
    }
    String after = passage.after();
    int right = 0;
    while (right < after.length()
        && end + right < text.length()
        && after.charAt(right) == text.charAt(end + right)) {
      right++;
    }
    int nearLeft = before.length() - 1 - before.lastIndexOf('\n');
    int nearRight = after.indexOf('\n') < 0 ? after.length() : after.indexOf('\n');
    return new Surroundings(
        Math.min(left, nearLeft) + Math.min(right, nearRight),
        nearLeft + nearRight,
        left + right,
        before.length() + after.length());
  }

  /** {@return whether all that was kept is the same} */
  boolean areSame() {
    return all == kept;
  }

  /**
   * {@return whether half of the paragraph or, if that is short, of all that was kept is the same}
   */
  boolean areSimilar() {
    return nearby >= ENOUGH ? 2 * near >= nearby : 2 * all >= kept;
  }

  @Override
  public int compareTo(Surroundings other) {
    return ORDER.compare(this, other);
  }
}
