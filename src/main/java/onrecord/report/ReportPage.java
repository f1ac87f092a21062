package onrecord.report;

import static onrecord.report.Figures.count;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import onrecord.model.SpeakerType;
import onrecord.page.HitMarkup;
import onrecord.page.Markup;
import onrecord.page.Style;
import onrecord.query.ArchiveInfo;
import onrecord.query.Citation;
import onrecord.query.Concordance;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hint;
import onrecord.query.SearchResult;
import onrecord.query.Selection;

/** Writes a report as a page. Not thread-safe. */
final class ReportPage {

  private static final int MAX_QUERY = 1_000;
  private static final int MAX_CITATION = 20_000;

  private final Findings findings;
  private final Markup page = new Markup();

  ReportPage(Findings findings) {
    this.findings = findings;
  }

  /** A part of the page with a heading. */
  private record Section(String id, String heading, Consumer<Markup> content) {}

  String write() {
    String rules = Style.CHART.rules() + Style.PAGE.rules();
    List<Section> sections = sections();
    page.open("html", "lang", "en").line().open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src '"
                + Style.hash(rules)
                + "'; base-uri 'none'; form-action 'none'")
        .line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "referrer", "content", "no-referrer").line();
    page.element("title", title()).line().style(rules).line().close().line();
    page.open("body").line();
    page.element("a", "Skip to the report", "class", "skip", "href", "#report").line();
    header(sections);
    page.open("main", "id", "report").line();
    sections.forEach(this::section);
    page.close().line();
    page.open("footer");
    page.element(
        "p",
        "Written by Onrecord from one snapshot of an archive. Names, words and titles are as the"
            + " articles print them; who said what was found by rules, and can be wrong.");
    page.close().line().close().close().line();
    return "<!DOCTYPE html>\n" + page;
  }

  String title() {
    return HitMarkup.shortened(
        findings
            .request()
            .title()
            .orElseGet(() -> "Quotations: " + findings.citation().selection().query()));
  }

  private void header(List<Section> sections) {
    page.open("header").element("h1", title());
    SearchResult result = findings.result();
    page.element(
        "p",
        count(result.quotations(), "quotation")
            + " in "
            + count(result.articles(), "article")
            + (findings.citation().selection().distinct()
                ? ", " + count(result.total(), "wording")
                : ""),
        "class",
        "lead");
    page.open("nav", "aria-label", "Sections").open("ul");
    for (Section section : sections) {
      page.open("li").element("a", section.heading(), "href", "#" + section.id()).close();
    }
    page.close().close().close().line();
  }

  private void section(Section section) {
    page.open("section", "aria-labelledby", section.id());
    page.element("h2", section.heading(), "id", section.id()).line();
    section.content().accept(page);
    page.close().line();
  }

  private List<Section> sections() {
    return findings.result().quotations() == 0
        ? List.of(
            new Section("asked", "What was asked", this::asked),
            new Section("nothing", "Nothing was found", this::nothing))
        : List.of(
            new Section("asked", "What was asked", this::asked),
            new Section("certainty", "How sure it is", this::certainty),
            new Section("time", "When", this::time),
            new Section("speakers", "Who, and where", this::speakers),
            new Section("network", "Who speaks about whom", this::network),
            new Section("words", "Distinctive words", this::words),
            new Section("concordance", "Words in context", this::concordance),
            new Section("quotations", "Quotations", this::quotations));
  }

  private void asked(Markup out) {
    Citation citation = findings.citation();
    Selection selection = citation.selection();
    out.open("dl");
    entry(out, "Query", shortened(selection.query().toString()));
    selection.filters().forEach((facet, values) -> entry(out, FacetChart.noun(facet), or(values)));
    entry(
        out,
        "Kinds of quotations",
        or(selection.kinds().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList()));
    entry(
        out,
        "The same words in several articles",
        selection.distinct() ? "counted once, except in counts of values" : "counted each time");
    entry(out, "Archive", contents(findings.info()));
    entry(out, "Snapshot", citation.snapshot());
    entry(out, "Extractor", shortened(citation.extractor()));
    out.close().line();
    out.open("details", "class", "citation").element("summary", "Citation");
    out.element(
        "p", "Saved to a file, the command check compares it with an archive.", "class", "note");
    String text = citation.toString();
    out.element(
        "pre",
        text.length() <= MAX_CITATION
            ? text
            : "The citation is too long for this page; the command cite prints it.\n");
    out.close();
  }

  private static String contents(ArchiveInfo info) {
    return count(info.articles(), "article")
        + " with "
        + count(info.quotations(), "quotation")
        + info.firstPublished()
            .flatMap(first -> info.lastPublished().map(last -> first + " to " + last))
            .map(period -> ", published " + period)
            .orElse("");
  }

  private static void entry(Markup out, String name, String value) {
    out.open("div").element("dt", Character.toUpperCase(name.charAt(0)) + name.substring(1));
    out.element("dd", value).close();
  }

  private static String or(Collection<String> values) {
    return shortened(String.join(" or ", values));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_QUERY
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_QUERY)))
            + "\u2026";
  }

  private void nothing(Markup out) {
    out.element("p", "No quotation of the archive matches.");
    out.open("ul");
    for (Hint hint : findings.hints()) {
      out.element(
          "li",
          "Nothing matches "
              + shortened(hint.part())
              + (hint.nearest().isEmpty()
                  ? ""
                  : "; the nearest are " + shortened(String.join(", ", hint.nearest()))));
    }
    out.close();
  }

  private void certainty(Markup out) {
    long all = findings.result().quotations();
    Calibration certainty = findings.certainty();
    Map<String, Long> types =
        findings.result().facet(Facet.SPEAKER_TYPE).counts().stream()
            .collect(Collectors.toMap(FacetCount::value, FacetCount::quotations));
    long unknown = types.getOrDefault(SpeakerType.UNKNOWN.name(), 0L);
    out.open("dl", "class", "totals");
    entry(out, "Speaker known", Figures.percent((double) (all - unknown) / all));
    entry(out, "Speaker unknown", Figures.percent((double) unknown / all));
    if (certainty.total() > 0) {
      entry(out, "Of the known, expected to be right", Figures.percent(certainty.expected()));
    }
    out.close().line();
    out.element(
        "p",
        "Each known speaker has a confidence. How often a speaker of that confidence is the right"
            + " one was measured on 84 annotated articles of American newspapers; in other texts, it"
            + " may be less often. Speakers that a source gives are not measured.");
    Tables.scrolled(out, "Known speakers by confidence");
    out.open("table").open("thead").open("tr");
    List.of("Confidence", "Quotations found", "Right, as measured")
        .forEach(name -> out.element("th", name, "scope", "col"));
    out.close().close().open("tbody").line();
    for (Calibration.Band band : Calibration.BANDS.reversed()) {
      out.open("tr").element("th", band.name(), "scope", "row");
      out.element("td", count(certainty.count(band)));
      out.element("td", Figures.percent(band.right())).close().line();
    }
    out.close().close().close();
  }

  private void time(Markup out) {
    out.append(Figure.wide(Chart.of(findings.timeline()), "chart-time"));
    if (!findings.timeline().parts().isEmpty()) {
      out.append(Figure.wide(Chart.of(findings.speakers()), "chart-speakers"));
    }
  }

  private void speakers(Markup out) {
    out.open("div", "class", "pair");
    out.append(Figure.narrow(Chart.of(findings.result().facet(Facet.SPEAKER)), "chart-speaker"));
    out.append(Figure.narrow(Chart.of(findings.result().facet(Facet.OUTLET)), "chart-outlet"));
    out.close();
  }

  private void network(Markup out) {
    out.append(Figure.wide(Chart.of(findings.network()), "chart-network"));
  }

  private void words(Markup out) {
    findings
        .request()
        .against()
        .ifPresent(others ->
            out.element("p", "Compared with the quotations of: " + shortened(others.toString())));
    out.append(Figure.wide(Chart.of(findings.keywords()), "chart-words"));
  }

  private void concordance(Markup out) {
    Concordance concordance = findings.concordance();
    if (concordance.lines().isEmpty()) {
      out.element("p", "The query contains no words of quotations.");
      return;
    }
    out.element(
        "p",
        count(concordance.matches())
            + (concordance.matches() == 1 ? " match" : " matches")
            + (concordance.matches() > concordance.lines().size()
                ? ", of which the first " + concordance.lines().size() + " are shown"
                : "")
            + ", ordered by the words that follow.");
    Tables.scrolled(out, "Concordance");
    out.open("table", "class", "concordance").open("thead").open("tr");
    List.of("Before", "Match", "After", "Speaker", "Date")
        .forEach(name -> out.element("th", name, "scope", "col"));
    out.close().close().open("tbody").line();
    concordance.lines().forEach(line -> line(out, line));
    out.close().close().close();
  }

  private static void line(Markup out, Concordance.Line line) {
    out.open("tr");
    out.open("td", "class", "before").element("bdi", end(line.left())).close();
    out.open("td").element("mark", HitMarkup.shortened(line.match())).close();
    out.open("td", "class", "after").element("bdi", HitMarkup.shortened(line.right())).close();
    out.open("td");
    out.element("bdi", HitMarkup.shortened(line.quotation().speaker().name())).close();
    out.element("td", line.article().published().map(p -> p.day().toString()).orElse(""));
    out.close().line();
  }

  /** {@return the end of a text that is too long to be shown} */
  private static String end(String text) {
    String reversed = HitMarkup.shortened(new StringBuilder(text).reverse().toString());
    return new StringBuilder(reversed).reverse().toString();
  }

  private void quotations(Markup out) {
    SearchResult result = findings.result();
    int shown = result.hits().size();
    out.element(
        "p",
        (shown < result.total()
                ? "The first " + count(shown) + " of " + count(result.total()) + ", ordered by "
                : "Ordered by ")
            + findings.request().search().sort().word()
            + ". The quoted words stand out, who said them is underlined, words that signal speech are"
            + " in italics, and matches of the query are marked.",
        "class",
        "note");
    out.append(HitMarkup.list(result.hits(), 1));
  }
}
