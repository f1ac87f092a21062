package onrecord.report;

import static onrecord.report.Figures.count;

import java.util.Comparator;
import java.util.List;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetKind;

/** Draws the counts of a facet. */
final class FacetChart {

  private FacetChart() {}

  static Chart of(FacetCounts counts) {
    Facet facet = counts.request().facet();
    List<FacetCount> values = ordered(facet, counts.counts());
    Numbers numbers =
        new Numbers(
            List.of(capitalized(noun(facet)), "Quotations", "Share", "Articles"),
            values.stream().map(value -> row(value, counts)).toList());
    if (values.isEmpty()) {
      String nothing = "No quotation was found";
      return Chart.ofNothing(nothing, "", numbers);
    }
    int more = counts.values() - values.size();
    return new Chart(
        title(facet, counts),
        "Bars show the number of quotations by "
            + noun(facet)
            + "."
            + (more > 0 ? " Not shown: " + count(more, "less frequent value") + "." : ""),
        numbers,
        new Bars(values.stream().map(FacetChart::bar).toList()));
  }

  /** {@return what the values of a facet are, in the singular} */
  static String noun(Facet facet) {
    return facet.equals(Facet.ABOUT)
        ? "person or organization named"
        : facet.word().replace('_', ' ');
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Bands are in the order of their numbers, all other values as they were counted. */
  private static List<FacetCount> ordered(Facet facet, List<FacetCount> counts) {
    return facet.kind() == FacetKind.BANDS
        ? counts.stream().sorted(Comparator.comparing(FacetCount::value).reversed()).toList()
        : counts;
  }

  private static String title(Facet facet, FacetCounts counts) {
    FacetCount first =
        counts.counts().stream()
            .filter(value -> !value.value().equals(Facet.UNKNOWN))
            .max(Comparator.comparingLong(FacetCount::quotations))
            .orElse(counts.counts().get(0));
    FacetCount most =
        counts.counts().stream()
            .filter(value ->
                value.quotations() == first.quotations() && !value.value().equals(Facet.UNKNOWN))
            .findFirst()
            .orElse(first);
    return "Most frequent "
        + noun(facet)
        + ": "
        + most.value()
        + ", in "
        + count(most.quotations())
        + " of "
        + count(counts.quotations(), "quotation");
  }

  private static Bars.Bar bar(FacetCount value) {
    return new Bars.Bar(
        value.value(),
        value.quotations(),
        count(value.quotations()),
        value.value().equals(Facet.UNKNOWN) ? Bars.Fill.UNKNOWN : Bars.Fill.KNOWN);
  }

  private static List<String> row(FacetCount value, FacetCounts counts) {
    return List.of(
        value.value(),
        count(value.quotations()),
        Figures.percent((double) value.quotations() / Math.max(1, counts.quotations())),
        count(value.articles()));
  }
}
