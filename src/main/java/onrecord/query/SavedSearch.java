package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * A search with the point up to which it was answered, to be kept until it is answered again with
 * what is {@linkplain NewSince new since} then. Immutable.
 *
 * @param selection the quotations that the search finds
 * @param watermark the point up to which it was answered
 */
public record SavedSearch(Selection selection, Watermark watermark) {
  /** Validates that no component is null. */
  public SavedSearch {
    requireNonNull(selection, "selection");
    requireNonNull(watermark, "watermark");
  }
}
