package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.model.Quotation;

/**
 * Other quotations with nearly the same words as one quotation: the same words reported again, or
 * shorter or longer forms of them. Immutable.
 *
 * <p>Two quotations are compared by their shingles: all distinct sequences of {@value #SHINGLE}
 * adjacent words, ignoring case and accents, or of all the words of the shorter quotation if it has
 * fewer (Broder 1997). A variant shares at least two shingles with the original, or the only
 * shingle of either: a quotation that the other contains as a whole is found, however short it is.
 *
 * @param selection the quotations among which variants were looked for: all of the archive, of
 *     every kind
 * @param original the quotation
 * @param shingles the number of its shingles when compared with a quotation that is not shorter
 * @param found the number of variants, of which {@code variants} may contain only the first; exact
 * @param variants the variants by descending similarity and then by article id
 */
public record Variants(
    Selection selection, Hit original, int shingles, int found, List<Variant> variants) {

  /** The number of words in a shingle. */
  public static final int SHINGLE = 3;

  /** The default minimum similarity of a variant. */
  public static final double DEFAULT_MINIMUM = 0.5;

  /** Copies the list. */
  public Variants {
    requireNonNull(selection, "selection");
    requireNonNull(original, "original");
    variants = List.copyOf(variants);
  }

  /**
   * A quotation that is similar to another. Immutable.
   *
   * @param quotation the quotation
   * @param article the article that contains it
   * @param similarity the shared shingles as a proportion of the shingles of both quotations: 1 for
   *     the same words in the same order
   * @param contained the shared shingles as a proportion of its own: 1 for a shortened form
   * @param containing the shared shingles as a proportion of the original's: 1 for a longer form
   */
  public record Variant(
      Quotation quotation,
      ArticleReference article,
      double similarity,
      double contained,
      double containing) {
    /** Validates that no component is null. */
    public Variant {
      requireNonNull(quotation, "quotation");
      requireNonNull(article, "article");
    }
  }
}
