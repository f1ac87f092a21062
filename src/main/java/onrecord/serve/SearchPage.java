package onrecord.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.page.HitMarkup;
import onrecord.page.Markup;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Hint;
import onrecord.query.LenientQuery;
import onrecord.query.Order;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;

/** The page with the search box, facets and hits. Immutable. */
final class SearchPage {

  private static final int VALUES = 10;
  private static final int YEARS = 15;

  /** The facets beside the hits. */
  private static final List<Facet> FACETS =
      List.of(Facet.SPEAKER, Facet.OUTLET, Facet.PUBLISHED, Facet.ABOUT, Facet.KIND);

  private final Archive archive;

  SearchPage(Archive archive) {
    this.archive = archive;
  }

  /** {@return the page with an explanation of what is wrong} */
  static String wrong(String message) {
    Markup page = start("Onrecord");
    page.open("main").element("h1", "That did not work").element("p", message);
    page.open("p").element("a", "Search", "href", "/").close();
    return end(page);
  }

  String write(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Search.Builder builder = asked.search().context(1);
    FACETS.forEach(facet ->
        builder.facet(facet.isDate() ? FacetRequest.of(facet) : FacetRequest.top(facet, VALUES)));
    Search search = builder.build();
    SearchResult result = archive.search(search);
    String typed = parameters.one("q").orElse("");
    Markup page =
        start(typed.isEmpty() ? "Onrecord" : HitMarkup.shortened(typed) + " \u2013 Onrecord");
    page.element("a", "Skip to the quotations", "class", "skip", "href", "#quotations").line();
    page.open("form", "action", "/", "method", "get", "id", "search").line();
    box(page, asked, typed);
    page.open("div", "class", "columns").line();
    facets(page, asked, result);
    page.open("main", "id", "quotations").line();
    notes(page, asked);
    hits(page, asked, search, result);
    page.close().close().close().line();
    return end(page);
  }

  private static Markup start(String title) {
    Markup page = new Markup().open("html", "lang", "en").line().open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.element("title", title).line();
    page.empty("link", "rel", "stylesheet", "href", "/style.css").line();
    page.open("script", "src", "/search.js", "defer", "").close().line();
    return page.close().line().open("body", "class", "search").line();
  }

  private static String end(Markup page) {
    String html = page.toString();
    return "<!DOCTYPE html>\n" + html + "</body></html>\n";
  }

  private static void box(Markup page, Asked asked, String typed) {
    Parameters parameters = asked.parameters();
    page.open("search", "class", "box");
    page.open("h1").element("a", "Onrecord", "href", "/").close();
    page.element("label", "Words, names, \"phrases\"", "for", "q", "class", "unseen");
    page.empty(
        "input",
        "type",
        "search",
        "id",
        "q",
        "name",
        "q",
        "value",
        typed,
        "maxlength",
        "1000",
        "list",
        "names",
        "autocomplete",
        "off",
        "placeholder",
        "Words, a \"phrase\", speaker:name");
    page.open("datalist", "id", "names").close();
    order(page, parameters);
    page.element("button", "Search", "type", "submit");
    for (String kept : List.of("query", "indirect", "distinct", "limit")) {
      parameters
          .one(kept)
          .ifPresent(value -> page.empty("input", "type", "hidden", "name", kept, "value", value));
    }
    page.close().line();
  }

  private static void order(Markup page, Parameters parameters) {
    page.element("label", "Order", "for", "sort", "class", "unseen");
    page.open("select", "id", "sort", "name", "sort");
    Order chosen = new Asked(parameters).sort();
    Set<Order> orders = new LinkedHashSet<>(List.of(SortOrder.values()));
    orders.add(chosen);
    for (Order order : orders) {
      String name = order.word();
      if (order.equals(chosen)) {
        page.element("option", name, "value", name, "selected", "");
      } else {
        page.element("option", name, "value", name);
      }
    }
    page.close();
  }

  private static void facets(Markup page, Asked asked, SearchResult result) {
    page.open("aside", "aria-label", "Filters").line();
    for (Facet facet : FACETS) {
      FacetCounts counts = result.facet(facet);
      List<FacetCount> shown = shown(facet, counts);
      List<String> chosen = asked.chosen(facet);
      page.open("fieldset").element("legend", label(facet));
      chosen.stream()
          .filter(value -> shown.stream().noneMatch(count -> count.value().equals(value)))
          .forEach(value -> choice(page, facet, value, Optional.empty(), true));
      shown.forEach(count ->
          choice(
              page,
              facet,
              count.value(),
              Optional.of(count.quotations()),
              chosen.contains(count.value())));
      int more = counts.values() - shown.size();
      if (more > 0) {
        page.element("p", String.format(Locale.ROOT, "%,d more", more), "class", "note");
      }
      page.close().line();
    }
    page.element("button", "Apply the filters", "type", "submit", "class", "apply");
    page.close().line();
  }

  /** {@return the values to show: of dates the latest, the latest first} */
  private static List<FacetCount> shown(Facet facet, FacetCounts counts) {
    List<FacetCount> all = counts.counts();
    return facet.isDate()
        ? all.subList(Math.max(0, all.size() - YEARS), all.size()).reversed()
        : all;
  }

  private static String label(Facet facet) {
    String name = facet.word().replace('_', ' ');
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static void choice(
      Markup page, Facet facet, String value, Optional<Long> count, boolean checked) {
    page.open("label", "class", "choice");
    List<String> attributes =
        new ArrayList<>(
            List.of("type", "checkbox", "name", "filter", "value", facet.word() + "=" + value));
    if (checked) {
      attributes.addAll(List.of("checked", ""));
    }
    page.empty("input", attributes.toArray(String[]::new));
    page.element("bdi", HitMarkup.shortened(value)).text(" ");
    count.ifPresent(number ->
        page.element("span", String.format(Locale.ROOT, "%,d", number), "class", "count"));
    page.close().line();
  }

  private static void notes(Markup page, Asked asked) {
    for (LenientQuery.Note note : asked.typed().map(LenientQuery::notes).orElse(List.of())) {
      String treatment =
          switch (note.treatment()) {
            case LITERAL -> "Searched for as words: ";
            case IGNORED -> "Ignored: ";
            case OPERATOR -> "Read as an operator: ";
          };
      page.element("p", treatment + HitMarkup.shortened(note.text()), "class", "note");
    }
  }

  private void hits(Markup page, Asked asked, Search search, SearchResult result)
      throws IOException {
    totals(page, search, result);
    if (result.total() == 0) {
      nothing(page, search);
      return;
    }
    Parameters parameters = asked.parameters();
    Parameters everything =
        parameters.with("cursor", List.of()).with("start", List.of()).with("limit", List.of());
    timeline(page, everything);
    int start = parameters.number("start", 1, Integer.MAX_VALUE, 1);
    page.append(HitMarkup.list(result.hits(), start)).line();
    page.open("nav", "aria-label", "Pages and export").open("ul");
    if (start > 1) {
      link(page, "First page", "/", parameters.with("cursor", List.of()).with("start", List.of()));
    }
    result
        .cursor()
        .ifPresent(cursor ->
            link(
                page,
                "Next page",
                "/",
                parameters
                    .with("cursor", List.of(cursor))
                    .with("start", List.of(String.valueOf(start + result.hits().size())))));
    link(page, "Export as CSV", "/export", everything);
    link(page, "Export as JSON Lines", "/export", everything.with("format", List.of("json-lines")));
    page.close().close().line();
  }

  private static void totals(Markup page, Search search, SearchResult result) {
    page.element(
        "h2",
        String.format(
            Locale.ROOT,
            "%,d %s in %,d %s",
            result.total(),
            (search.distinct() ? "wording" : "quotation") + (result.total() == 1 ? "" : "s"),
            result.articles(),
            result.articles() == 1 ? "article" : "articles"));
  }

  private static void link(Markup page, String text, String path, Parameters parameters) {
    page.open("li").element("a", text, "href", path + "?" + parameters).close();
  }

  private static void timeline(Markup page, Parameters parameters) {
    String address = "/timeline.svg?" + parameters;
    String narrow = "/timeline.svg?" + parameters.with("width", List.of("340"));
    page.open("details", "class", "timeline", "open", "").element("summary", "Timeline");
    page.open("picture");
    page.empty("source", "media", "(max-width: 639px)", "srcset", narrow);
    page.empty("img", "src", address, "alt", "Timeline of the quotations found", "loading", "lazy");
    page.close().open("p", "class", "note");
    Parameters counted = parameters.with("sort", List.of()).with("context", List.of());
    page.element("a", "Its numbers", "href", "/api/timeline?" + counted).close().close().line();
  }

  private void nothing(Markup page, Search search) throws IOException {
    List<Hint> hints = archive.statistics().hints(search);
    Stream<String> lines =
        hints.stream()
            .map(hint ->
                "Nothing matches "
                    + hint.part()
                    + (hint.nearest().isEmpty()
                        ? ""
                        : "; the nearest are " + String.join(", ", hint.nearest())));
    lines.forEach(line -> page.element("p", HitMarkup.shortened(line)));
  }
}
