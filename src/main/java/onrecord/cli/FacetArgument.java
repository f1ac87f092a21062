package onrecord.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;

/** How facets are written on the command line. */
final class FacetArgument {

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  /** All facets, for messages; a constant, so that a help text can hold it. */
  static final String NAMES =
      "speaker, speaker-id, speaker-type, about, outlet, section, author, language, kind, cue, tag,"
          + " published, said, confidence";

  private FacetArgument() {}

  /** {@return the facet with a name such as "speaker-type"} */
  static Facet facet(String text) {
    return Stream.of(Facet.values())
        .filter(facet -> name(facet).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a facet must be one of " + NAMES + ", but was '" + text + "'"));
  }

  /** {@return the counts asked for by "speaker", "speaker:20" or "published:month"} */
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

  /** {@return the number of values behind the colon of an option such as "speaker:20"} */
  static int number(String option, String text, String detail) {
    if (!NUMBER.matcher(detail).matches()) {
      throw new IllegalArgumentException(
          option
              + " must have a number of values behind the colon, such as speaker:20, but was '"
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
                "--facet must have year, month or day behind the colon, but was '" + text + "'"));
  }

  private static String name(Facet facet) {
    return Json.name(facet).replace('_', '-');
  }
}
