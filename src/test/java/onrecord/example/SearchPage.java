package onrecord.example;

import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onrecord.Archive;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;

/** The search page of a web application: a search box, three facets, matches in context, pages. */
record SearchPage(Archive archive) {

  String answer(Map<String, List<String>> parameters) throws IOException {
    String typed = String.join(" ", parameters.getOrDefault("q", List.of()));
    Search.Builder search = Search.builder(Query.parseLenient(typed).query()).context(1);
    for (Facet facet : List.of(Facet.SPEAKER, Facet.OUTLET, Facet.PUBLISHED)) {
      parameters.getOrDefault(facet.toString(), List.of()).forEach(v -> search.filter(facet, v));
      search.facet(facet);
    }
    parameters.getOrDefault("cursor", List.of()).forEach(search::cursor);
    SearchResult result = archive.search(search.build());

    StringBuilder page = new StringBuilder("<!DOCTYPE html><title>Quotations</title><form>");
    page.append("<input name=q value=\"" + escape(typed) + "\"><button>Search</button>");
    for (FacetCounts counts : result.facets()) {
      String name = counts.request().facet().toString();
      for (FacetCount count : counts.counts()) {
        String value = escape(count.value());
        boolean chosen = parameters.getOrDefault(name, List.of()).contains(count.value());
        page.append("<label><input type=checkbox name=" + name + " value=\"" + value + "\"");
        page.append((chosen ? " checked>" : ">") + value + " " + count.quotations() + "</label>");
      }
    }
    page.append("</form><p>" + result.total() + " quotations</p>");
    for (Hit hit : result.hits()) {
      page.append("<p>" + hit.markedContext().orElseThrow().html());
      page.append("<br><b>" + escape(hit.quotation().speaker().name()) + "</b>, ");
      page.append(escape(hit.article().title()) + "</p>");
    }
    Map<String, List<String>> next = new TreeMap<>(parameters);
    result.cursor().ifPresent(cursor -> next.put("cursor", List.of(cursor)));
    StringBuilder link = new StringBuilder("?");
    next.forEach((name, all) -> all.forEach(v -> link.append(name + "=" + encode(v) + "&amp;")));
    return page + (result.cursor().isEmpty() ? "" : "<a href=\"" + link + "\">Next page</a>");
  }

  private static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
