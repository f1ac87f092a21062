package onrecord.query;

import java.util.Optional;

/**
 * A facet and what is requested of it, as written in "speaker", "speaker:20" or "published:month".
 *
 * @param facet the facet
 * @param detail what follows the colon; empty if there is none
 */
record FacetText(Facet facet, Optional<String> detail) {

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if there can be no facet with the name
   */
  static FacetText parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new FacetText(Facet.parse(text), Optional.empty())
        : new FacetText(
            Facet.parse(text.substring(0, colon)), Optional.of(text.substring(colon + 1)));
  }
}
