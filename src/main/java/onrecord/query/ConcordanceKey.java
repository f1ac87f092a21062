package onrecord.query;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the lines of a {@link Concordance} are compared by. Immutable. */
public sealed interface ConcordanceKey permits ConcordanceOrder, ConcordanceKey.WordAt {

  /**
   * Parses a key as {@code toString} writes it, in any case: "LEFT", "RIGHT", "MATCH", "DATE",
   * "SPEAKER", "OUTLET", or a word such as "L1" or "R2"; "1L" and "2R" are read as well.
   *
   * @throws IllegalArgumentException if the text is no key
   */
  static ConcordanceKey parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    Matcher word = WordAt.FORM.matcher(upper);
    if (word.matches()) {
      boolean first = word.group(1) != null;
      int distance = Integer.parseInt(word.group(first ? 2 : 3));
      return new WordAt("L".equals(word.group(first ? 1 : 4)) ? -distance : distance);
    }
    return Stream.of(ConcordanceOrder.values())
        .filter(order -> order.name().equals(upper))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a key of a concordance must be one of "
                    + Stream.of(ConcordanceOrder.values()).map(Enum::name).toList()
                    + ", or a word such as L1 or R2, but was '"
                    + text
                    + "'"));
  }

  /**
   * A word near the match, ignoring case and accents. A line without such a word comes first.
   *
   * @param position the position of the word: -1 for the last word before the match, 1 for the
   *     first word after it; at most {@value #MAX_DISTANCE} away, and not 0
   */
  record WordAt(int position) implements ConcordanceKey {

    /** The maximum distance from the match. */
    public static final int MAX_DISTANCE = 100;

    private static final Pattern FORM =
        Pattern.compile("(?:([LR])([1-9][0-9]{0,2}))|(?:([1-9][0-9]{0,2})([LR]))");

    /**
     * Validates the position.
     *
     * @throws IllegalArgumentException if it is 0 or too far away
     */
    public WordAt {
      if (position == 0 || Math.abs(position) > MAX_DISTANCE) {
        throw new IllegalArgumentException(
            "a word near a match must be 1 to "
                + MAX_DISTANCE
                + " words away, but was "
                + Math.abs(position));
      }
    }

    /** {@return the form that {@link ConcordanceKey#parse} reads, such as "L1" or "R2"} */
    @Override
    public String toString() {
      return (position < 0 ? "L" : "R") + Math.abs(position);
    }
  }
}
