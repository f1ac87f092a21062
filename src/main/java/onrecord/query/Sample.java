package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A random sample of the quotations found. Every quotation is equally likely to be drawn. The same
 * search with the same seed draws the same quotations in the same order from archives of the same
 * content, however they are stored; a larger sample begins with the smaller one. Immutable.
 *
 * @param selection the quotations that this answer covers
 * @param quotations the number of quotations that match
 * @param seed the seed of the random draw
 * @param hits the sample, in the order drawn
 */
public record Sample(Selection selection, long quotations, long seed, List<Hit> hits) {
  /** Copies the list. */
  public Sample {
    requireNonNull(selection, "selection");
    hits = List.copyOf(hits);
  }
}
