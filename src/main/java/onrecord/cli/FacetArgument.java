package onrecord.cli;

import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;

/** Parses facets on the command line. */
final class FacetArgument {

  /** The maximum number of facets of a search. */
  static final int MAX_FACETS = 100;

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  /** The names of all facets, separated by commas. */
  static final String NAMES = String.join(", ", new Names());

  private FacetArgument() {}

  /** {@return the facet of a name such as "speaker-type"} */
  static Facet facet(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Facet.of(wanted)
        .or(() -> Facet.of(wanted.replace('-', '_')))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a facet must be one of "
                    + NAMES
                    + ", or a field of the archive such as article.country or speaker.party, but"
                    + " was '"
                    + text
                    + "'"));
  }

  /**
   * {@return the request for counts that "speaker", "speaker:20" or "published:month" specifies}
   */
  static FacetRequest request(String text) {
    int colon = text.indexOf(':');
    Facet facet = facet(colon < 0 ? text : text.substring(0, colon));
    if (colon < 0) {
      return FacetRequest.of(facet);
    }
    return facet.isDate()
        ? FacetRequest.by(facet, level(text, text.substring(colon + 1)))
        : FacetRequest.top(facet, number("--facet", text, text.substring(colon + 1)));
  }

  /** {@return the number of values after the colon of an option such as "speaker:20"} */
  static int number(String option, String text, String detail) {
    if (!NUMBER.matcher(detail).matches()) {
      throw new IllegalArgumentException(
          option
              + " must have a number of values after the colon, as in speaker:20, but was '"
              + text
              + "'");
    }
    return Integer.parseInt(detail);
  }

  private static DateLevel level(String text, String detail) {
    return Stream.of(DateLevel.values())
        .filter(level -> level.name().equalsIgnoreCase(detail))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--facet must have year, month or day after the colon, but was '" + text + "'"));
  }

  /** The names of all facets, for the help text of an option. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Facet.values()).map(facet -> facet.word().replace('_', '-')).iterator();
    }
  }
}
