package onrecord.query;

import java.util.List;

/**
 * A random sample of the quotations found. Each has the same chance to be drawn. The same search
 * with the same seed draws the same quotations in the same order from an archive of the same
 * content, however it is stored; a greater sample begins with the smaller one. Immutable.
 *
 * @param quotations how many quotations match
 * @param seed what the sample was drawn with
 * @param hits the sample, in the order it was drawn
 */
public record Sample(long quotations, long seed, List<Hit> hits) {
  /** Copies the list. */
  public Sample {
    hits = List.copyOf(hits);
  }
}
