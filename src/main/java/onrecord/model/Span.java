package onrecord.model;

/**
 * A stretch of an article's text: half-open, in Java string indices (UTF-16 code units) into {@link
 * Article#text()}. Immutable.
 *
 * @param start the index of the first character, 0 or more
 * @param end the index behind the last character, greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if {@code start} is negative or {@code end} is not behind it
   */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "span must have 0 <= start < end, but was " + start + ".." + end);
    }
  }

  /** {@return the number of characters in this span, 1 or more} */
  public int length() {
    return end - start;
  }

  /** {@return whether all of {@code other} lies in this span} */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** {@return whether the two spans share a character} */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /**
   * {@return the characters of this span}
   *
   * @param text the text the span points into
   * @throws IndexOutOfBoundsException if the span ends behind the text
   */
  public String in(String text) {
    return text.substring(start, end);
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
