package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How evenly the matches of a query are spread over the parts of the quotations found. All counts
 * are exact. Immutable.
 *
 * <p>The measure is Gries's deviation of proportions. For the parts 1 to <i>n</i>, where
 * <i>s<sub>i</sub></i> is the share of a part in all words, and <i>v<sub>i</sub></i> its share in
 * all matches, <i>DP</i> = 0.5 Σ |<i>v<sub>i</sub></i> - <i>s<sub>i</sub></i>| (Gries 2008). It is
 * 0 if each part has as many matches as its size lets expect, and close to 1 if all matches are in
 * a small part. <i>DP</i><sub>norm</sub> = <i>DP</i>/(1 - min <i>s<sub>i</sub></i>) reaches 1 for
 * any number of parts (Lijffijt and Gries 2012).
 *
 * @param selection the quotations that this answer covers
 * @param request the request that this dispersion answers
 * @param quotations the number of quotations that the search finds
 * @param parts the parts that have words: periods in their order, other parts by descending number
 *     of matches and then by name
 */
public record Dispersion(
    Selection selection, DispersionRequest request, long quotations, List<Part> parts) {

  /** The maximum number of parts. */
  public static final int MAX_PARTS = 1_000_000;

  private static final double MILLION = 1_000_000;

  /** Copies the list. */
  public Dispersion {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    parts = List.copyOf(parts);
  }

  /** {@return the number of words of all parts} */
  public long words() {
    return parts.stream().mapToLong(Part::words).sum();
  }

  /** {@return the number of matches in all parts} */
  public long places() {
    return parts.stream().mapToLong(Part::places).sum();
  }

  /** {@return the range: the number of parts that have a match} */
  public int range() {
    return (int) parts.stream().filter(part -> part.places() > 0).count();
  }

  /** {@return the deviation of proportions; empty if nothing matches} */
  public OptionalDouble dp() {
    double words = words();
    double places = places();
    return places == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            parts.stream()
                    .mapToDouble(part -> Math.abs(part.places() / places - part.words() / words))
                    .sum()
                / 2);
  }

  /**
   * {@return the normalized deviation of proportions; empty if nothing matches or there is one part
   * only}
   */
  public OptionalDouble dpNorm() {
    if (dp().isEmpty() || parts.size() < 2) {
      return OptionalDouble.empty();
    }
    double smallest = parts.stream().mapToLong(Part::words).min().orElse(0);
    return OptionalDouble.of(dp().getAsDouble() / (1 - smallest / words()));
  }

  /**
   * A part of a corpus. Immutable.
   *
   * @param name its name
   * @param words the number of its words, 1 or more
   * @param places the number of matches in it; overlapping matches are one
   */
  public record Part(String name, long words, long places) {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if there is no word, or a number of matches that the words
     *     do not allow
     */
    public Part {
      requireNonNull(name, "name");
      if (words < 1 || places < 0 || places > words) {
        throw new IllegalArgumentException(
            "a part must have 1 word or more, and at most as many matches, but had "
                + words
                + " and "
                + places);
      }
    }

    /** {@return the number of matches per million words of this part} */
    public double perMillion() {
      return MILLION * places / words;
    }
  }
}
