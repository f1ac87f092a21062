package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/** How a corpus of quotations is divided into parts. Immutable. */
public sealed interface CorpusParts {

  /** The name of the division by articles. */
  String ARTICLE = "article";

  /**
   * {@return the name of this division, such as "article", "outlet", "published_month" or, for a
   * field of one's own, "article.filed:month"}
   */
  default String name() {
    return switch (this) {
      case Articles parts -> ARTICLE;
      case Values parts -> parts.facet().word();
      case Periods parts ->
          parts.date().word()
              + (parts.date().isDate() ? "_" : ":")
              + parts.step().name().toLowerCase(Locale.ROOT);
    };
  }

  /**
   * {@return the division that a text such as "article", "outlet", "published", "published:month"
   * or "article.filed:month" denotes; dates are divided by years unless another step follows the
   * colon, and the days of a field of one's own by value}
   *
   * @throws IllegalArgumentException if the text denotes none
   */
  static CorpusParts parse(String text) {
    if (text.equalsIgnoreCase(ARTICLE)) {
      return new Articles();
    }
    FacetText parts = FacetText.parse(text);
    Facet facet = parts.facet();
    if (!facet.isDate() && parts.detail().isEmpty()) {
      return new Values(facet);
    }
    return Optional.of(parts.detail().orElse("year"))
        .filter(step -> facet.mayBeDate())
        .flatMap(TimeStep::of)
        .map(step -> new Periods(facet, step))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "parts must be article, a facet, or a date with day, week, month, quarter, year or"
                    + " decade after the colon, but were '"
                    + text
                    + "'"));
  }

  /** The articles that contain quotations, named by their ids. */
  record Articles() implements CorpusParts {}

  /**
   * The values of a facet, such as outlets or speakers. A missing value is {@link Facet#UNKNOWN}; a
   * quotation with several values is in the part of each.
   *
   * @param facet a facet whose values are not dates
   */
  record Values(Facet facet) implements CorpusParts {
    /**
     * Validates the facet.
     *
     * @throws IllegalArgumentException if its values are dates
     */
    public Values {
      if (facet.isDate()) {
        throw new IllegalArgumentException(
            "values of facet " + facet.word() + " are dates; request periods instead");
      }
    }
  }

  /**
   * The periods that contain quotations. A date that spans several periods is a part of its own.
   *
   * @param date a facet whose values are dates, or a field of one's own, of days; a quotation with
   *     several days is in the period of each
   * @param step the length of the periods
   */
  record Periods(Facet date, TimeStep step) implements CorpusParts {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the values of the facet are not dates
     */
    public Periods {
      requireNonNull(step, "step");
      if (!date.mayBeDate()) {
        throw new IllegalArgumentException(
            "values of facet " + date.word() + " must be dates to be divided into periods");
      }
    }
  }
}
