package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.model.Quotation;

/**
 * Other quotations with nearly the same words as one: the same words reported again, shortened or
 * longer forms. Immutable.
 *
 * <p>Two quotations are compared by their shingles: all different runs of {@value #SHINGLE} words
 * side by side, without regard to case and accents, or of all the words of the shorter one if it
 * has fewer (Broder 1997). A variant shares two shingles with the original, or the only one that
 * either has: what stands wholly in the other is found, however short.
 *
 * @param original the quotation
 * @param shingles how many shingles it has beside one that is not shorter
 * @param found how many variants there are, of which {@code variants} may hold only the first;
 *     exact
 * @param variants the most similar first; equal ones in the order of their articles' ids
 */
public record Variants(Hit original, int shingles, int found, List<Variant> variants) {

  /** How many words a shingle has. */
  public static final int SHINGLE = 3;

  /** How similar a variant must be if nothing else is said. */
  public static final double DEFAULT_MINIMUM = 0.5;

  /** Copies the list. */
  public Variants {
    requireNonNull(original, "original");
    variants = List.copyOf(variants);
  }

  /**
   * A quotation that is like another. Immutable.
   *
   * @param quotation the quotation
   * @param article where it stands
   * @param similarity the shingles shared as a share of those of both together: 1 for the same
   *     words in the same order
   * @param contained the shingles shared as a share of its own: 1 for a shortened form
   * @param containing the shingles shared as a share of the original's: 1 for a longer form
   */
  public record Variant(
      Quotation quotation,
      ArticleReference article,
      double similarity,
      double contained,
      double containing) {
    /** Checks that no part is null. */
    public Variant {
      requireNonNull(quotation, "quotation");
      requireNonNull(article, "article");
    }
  }
}
