package onrecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onrecord.NaiveArchive.Row;
import onrecord.model.Article;
import onrecord.model.Span;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Form;
import onrecord.query.Occurrence;
import onrecord.query.Search;
import onrecord.query.SortOrder;

/** What all pages of a search should hold together, found by looking at every quotation. */
final class NaivePages {

  private final NaiveArchive archive;

  NaivePages(NaiveArchive archive) {
    this.archive = archive;
  }

  /**
   * The quotations that are hits, with all those that have the same words, the first seen first.
   */
  Map<Row, List<Row>> hits(Search search) {
    List<Row> found =
        archive.find(search).stream().sorted(NaiveArchive.order(SortOrder.OLDEST)).toList();
    Map<Row, List<Row>> hits = new LinkedHashMap<>();
    if (!search.distinct()) {
      found.forEach(row -> hits.put(row, List.of()));
      return hits;
    }
    found.stream()
        .collect(
            Collectors.groupingBy(
                row -> NaiveWords.words(row.quotation().text(), Form.EXACT),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .forEach(same -> hits.put(same.get(0), same));
    return hits;
  }

  /** The ids of the hits in their order, which must not be by relevance. */
  List<String> ids(Search search) {
    Comparator<Row> byPlace =
        Comparator.<Row, String>comparing(row -> row.article().id())
            .thenComparing(row -> row.quotation().runs().get(0));
    return hits(search).keySet().stream()
        .sorted(NaiveArchive.order(search.sort()).thenComparing(byPlace))
        .map(row -> row.quotation().id())
        .toList();
  }

  static List<Occurrence> occurrences(List<Row> rows) {
    return rows.stream()
        .map(row -> new Occurrence(row.quotation(), NaiveStatistics.reference(row)))
        .toList();
  }

  /** The sentences of a quotation and a number of sentences before and after. */
  static Span context(Row row, int sentences) {
    String text = row.article().text();
    List<Span> all = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length()
          || (text.charAt(i - 1) == '\n' && text.charAt(i) != '\n')
          || text.startsWith("Then ", i)) {
        all.add(new Span(start, start + text.substring(start, i).stripTrailing().length()));
        start = i;
      }
    }
    int own = all.indexOf(NaiveArchive.sentence(row));
    return new Span(
        all.get(Math.max(0, own - sentences)).start(),
        all.get(Math.min(all.size() - 1, own + sentences)).end());
  }

  /** All values of a facet, in their order. */
  List<FacetCount> values(Search search, Facet facet) {
    return facet.isDate()
        ? archive.count(search, FacetRequest.by(facet, DateLevel.DAY)).counts()
        : archive.values(search, facet);
  }

  /** The articles of the quotations found. */
  List<Article> articles(Search search) {
    return archive.find(search).stream().map(Row::article).distinct().toList();
  }
}
