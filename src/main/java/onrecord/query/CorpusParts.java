package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** How a corpus of quotations is divided into parts. Immutable. */
public sealed interface CorpusParts {

  /** {@return the name of this division, such as "article", "outlet" or "published_month"} */
  default String name() {
    return switch (this) {
      case Articles parts -> "article";
      case Values parts -> parts.facet().word();
      case Periods parts ->
          parts.date().word() + "_" + parts.step().name().toLowerCase(Locale.ROOT);
    };
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
            "values of facet " + facet + " are dates; request periods instead");
      }
    }
  }

  /**
   * The periods that contain quotations. A date that spans several periods is a part of its own.
   *
   * @param date a facet whose values are dates
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
      if (!date.isDate()) {
        throw new IllegalArgumentException(
            "values of facet " + date + " must be dates to be divided into periods");
      }
    }
  }
}
