package onrecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.NaiveArchive.Row;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Occurrence;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import onrecord.query.Wordings;
import onrecord.query.WordingsRequest;

/** What the wordings of an archive should be, found by comparing each quotation with all others. */
final class NaiveWordings {

  private final NaiveArchive archive;

  NaiveWordings(NaiveArchive archive) {
    this.archive = archive;
  }

  Wordings wordings(Search search, WordingsRequest request) {
    Set<Row> firsts = new NaivePages(archive).hits(search).keySet();
    List<Row> rows = archive.find(search).stream().filter(firsts::contains).toList();
    List<List<Row>> all = together(rows, request.similarity());
    List<Wordings.Wording> found =
        all.stream()
            .map(wording -> wording.stream().sorted(NaiveArchive.order(SortOrder.OLDEST)).toList())
            .filter(wording -> isRequested(wording, request))
            .sorted(
                Comparator.comparing((List<Row> wording) -> -NaiveArchive.articles(wording))
                    .thenComparing(wording -> -wording.size())
                    .thenComparing(List::getFirst, NaiveArchive.order(SortOrder.OLDEST))
                    .thenComparing(wording -> rows.indexOf(wording.getFirst())))
            .map(wording -> wording(wording, request))
            .toList();
    return new Wordings(
        search.selection(),
        request,
        rows.size(),
        all.size(),
        found.size(),
        found.stream().limit(request.limit()).toList());
  }

  private static boolean isRequested(List<Row> wording, WordingsRequest request) {
    return request
        .quotation()
        .map(id -> wording.stream().anyMatch(row -> row.quotation().id().equals(id)))
        .orElseGet(() ->
            NaiveArchive.articles(wording) >= request.minimum()
                && NaiveStatistics.words(wording.getFirst().quotation().text()).size()
                    >= request.words());
  }

  private Wordings.Wording wording(List<Row> rows, WordingsRequest request) {
    return new Wordings.Wording(
        rows.size(),
        NaiveArchive.articles(rows),
        archive.count(rows, FacetRequest.top(Facet.SPEAKER, 1_000)).counts(),
        archive.count(rows, FacetRequest.top(Facet.OUTLET, 1_000)).counts(),
        archive.count(rows, FacetRequest.by(Facet.PUBLISHED, DateLevel.DAY)).counts(),
        rows.stream()
            .map(row -> row.article().published())
            .flatMap(Optional::stream)
            .reduce((earlier, later) -> later),
        rows.stream()
            .limit(request.occurrences())
            .map(row -> new Occurrence(row.quotation(), NaiveStatistics.reference(row)))
            .toList());
  }

  /** Groups rows, each of which is similar to another of its group, in the order of the rows. */
  private static List<List<Row>> together(List<Row> rows, double similarity) {
    List<List<Text>> groups = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Text text = Text.of(i, rows.get(i));
      List<Text> joined = new ArrayList<>(List.of(text));
      for (List<Text> group : List.copyOf(groups)) {
        if (group.stream().anyMatch(other -> text.isSimilar(other, similarity))) {
          joined.addAll(group);
          groups.remove(group);
        }
      }
      joined.sort(Comparator.comparing(Text::number));
      groups.add(joined);
    }
    return groups.stream().map(group -> group.stream().map(Text::row).toList()).toList();
  }

  private record Text(int number, Row row, List<String> words, Set<String> shingles) {
    static Text of(int number, Row row) {
      return new Text(
          number,
          row,
          NaiveStatistics.words(row.quotation().text()),
          Set.copyOf(NaiveStatistics.shingles(row, 3)));
    }

    boolean isSimilar(Text other, double similarity) {
      if (words.isEmpty() && other.words.isEmpty()) {
        return row.quotation().text().equals(other.row.quotation().text());
      }
      double shared = shingles.stream().filter(other.shingles::contains).count();
      return words.equals(other.words)
          || (shared > 1
              && shared / (shingles.size() + other.shingles.size() - shared) >= similarity);
    }
  }
}
