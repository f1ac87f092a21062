package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request for a {@link Concordance}. Immutable.
 *
 * @param width the maximum number of words shown, and compared, on each side; 0 or more
 * @param order the keys by which the lines are sorted, the first of them first: one to {@value
 *     #MAX_KEYS}
 * @param groupedBy the number of leading keys that lines of a group have in common; 0 for no groups
 * @param text the text that is shown around a match
 * @param limit the maximum number of lines, 1 or more
 */
public record ConcordanceRequest(
    int width, List<ConcordanceKey> order, int groupedBy, ConcordanceText text, int limit) {

  /** The default maximum number of words on each side. */
  public static final int DEFAULT_WIDTH = 8;

  /** The default maximum number of lines. */
  public static final int DEFAULT_LIMIT = 100;

  /** The maximum number of keys. */
  public static final int MAX_KEYS = 10;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the width is negative, there are too few or too many keys,
   *     more keys make a group than there are, or the limit is not positive
   */
  public ConcordanceRequest {
    order = List.copyOf(order);
    requireNonNull(text, "text");
    if (width < 0) {
      throw new IllegalArgumentException(
          "width of a concordance must be 0 or more, but was " + width);
    }
    if (order.isEmpty() || order.size() > MAX_KEYS) {
      throw new IllegalArgumentException(
          "a concordance must have 1 to " + MAX_KEYS + " keys, but had " + order.size());
    }
    if (groupedBy < 0 || groupedBy > order.size()) {
      throw new IllegalArgumentException(
          "groups of a concordance must have 0 to " + order.size() + " keys, but had " + groupedBy);
    }
    if (limit < 1) {
      throw new IllegalArgumentException(
          "limit of a concordance must be 1 or more, but was " + limit);
    }
  }

  /**
   * Creates a request for lines within quotations, in one order and without groups.
   *
   * @throws IllegalArgumentException if the width is negative or the limit is not positive
   */
  public ConcordanceRequest(int width, ConcordanceKey order, int limit) {
    this(width, List.of(order), 0, ConcordanceText.QUOTATION, limit);
  }

  /**
   * {@return a request for the first {@value #DEFAULT_LIMIT} lines in an order, with {@value
   * #DEFAULT_WIDTH} words on each side}
   */
  public static ConcordanceRequest by(ConcordanceKey first, ConcordanceKey... then) {
    return new ConcordanceRequest(
        DEFAULT_WIDTH,
        Stream.concat(Stream.of(first), Stream.of(then)).toList(),
        0,
        ConcordanceText.QUOTATION,
        DEFAULT_LIMIT);
  }

  /**
   * {@return this request with groups of lines that have the same leading keys}
   *
   * @throws IllegalArgumentException if there are not so many keys
   */
  public ConcordanceRequest groupedBy(int keys) {
    return new ConcordanceRequest(width, order, keys, text, limit);
  }

  /** {@return this request with lines in another text} */
  public ConcordanceRequest in(ConcordanceText value) {
    return new ConcordanceRequest(width, order, groupedBy, value, limit);
  }
}
