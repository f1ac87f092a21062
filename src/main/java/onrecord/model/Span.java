package onrecord.model;

/**
 * A span of an article's text: a half-open range of Java string indices (UTF-16 code units) into
 * {@link Article#text()}. Immutable.
 *
 * @param start the index of the first character, inclusive; 0 or more
 * @param end the index after the last character; greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /**
   * Validates the bounds.
   *
   * @throws IllegalArgumentException if {@code start} is negative or {@code end} is not greater
   *     than it
   */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "span must have 0 <= start < end, but was " + start + ".." + end);
    }
  }

  /** {@return the length of this span in {@code char} values, 1 or more} */
  public int length() {
    return end - start;
  }

  /** {@return whether this span contains the whole of {@code other}} */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** {@return whether the two spans have a character in common} */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /**
   * {@return the characters of this span}
   *
   * @param text the text to which the span refers
   * @throws IndexOutOfBoundsException if the span ends after the end of the text
   */
  public String in(String text) {
    return text.substring(start, end);
  }

  /** Compares two spans by start, then by end. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
