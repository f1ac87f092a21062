package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import onrecord.model.Quotation;

/**
 * A quotation that was found. Immutable.
 *
 * @param quotation the quotation as it was added
 * @param article where it stands
 * @param score how well it matches, 0 or more; it has no unit and can be compared only with the
 *     scores of the same search
 * @param highlights where the query matched; none if they were not asked for
 * @param context the sentences it stands in, and those around; empty if they were not asked for
 * @param occurrences all quotations found with the same words, this one among them, the first seen
 *     first; empty unless {@linkplain Search.Builder#distinct different wordings} were asked for
 */
public record Hit(
    Quotation quotation,
    ArticleReference article,
    double score,
    Highlights highlights,
    Optional<Passage> context,
    List<Occurrence> occurrences) {
  /** Checks that no part is null. */
  public Hit {
    requireNonNull(quotation, "quotation");
    requireNonNull(article, "article");
    requireNonNull(highlights, "highlights");
    requireNonNull(context, "context");
    occurrences = List.copyOf(occurrences);
  }
}
