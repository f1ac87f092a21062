package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import onrecord.model.Quotation;
import onrecord.model.Span;

/**
 * A quotation found by a search. Immutable.
 *
 * @param quotation the quotation as it was added
 * @param article the article that contains it
 * @param score the relevance of the quotation, 0 or more; it can be compared only with the scores
 *     of the same search
 * @param highlights the places where the query matched; none if highlights were not requested
 * @param context the sentences that contain it and those around them; empty if no context was
 *     requested
 * @param occurrences all quotations found with the same words, including this one, the earliest
 *     first; empty unless {@linkplain Search.Builder#distinct distinct wordings} were requested
 */
public record Hit(
    Quotation quotation,
    ArticleReference article,
    double score,
    Highlights highlights,
    Optional<Passage> context,
    List<Occurrence> occurrences) {
  /** Validates that no component is null. */
  public Hit {
    requireNonNull(quotation, "quotation");
    requireNonNull(article, "article");
    requireNonNull(highlights, "highlights");
    requireNonNull(context, "context");
    occurrences = List.copyOf(occurrences);
  }

  /** {@return the words of the quotation with the places where the query matched} */
  public MarkedText markedQuotation() {
    return new MarkedText(quotation.text(), highlights.inQuotation());
  }

  /**
   * {@return the context with the places where the query matched; empty if no context was
   * requested}
   */
  public Optional<MarkedText> markedContext() {
    return context.map(passage -> {
      int start = passage.place().start();
      return new MarkedText(
          passage.text(),
          highlights.inArticle().stream()
              .filter(passage.place()::contains)
              .map(match -> new Span(match.start() - start, match.end() - start))
              .toList());
    });
  }
}
