package onrecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onrecord.NaiveArchive.Row;
import onrecord.query.Search;
import onrecord.query.WordList;
import onrecord.query.WordListRequest;

/** What the corpus tools should say of an archive, counted one word after the other. */
final class NaiveCorpus {

  private final NaiveStatistics statistics;

  NaiveCorpus(NaiveArchive archive) {
    this.statistics = new NaiveStatistics(archive);
  }

  /** One occurrence of a sequence of words. */
  private record Occurrence(String text, String quotation, String article) {}

  WordList words(Search search, WordListRequest request) {
    List<Row> rows = statistics.selection(search);
    List<String> excluded =
        request.excluded().stream().map(NaiveStatistics::folded).distinct().toList();
    Map<String, List<Occurrence>> occurrences = new TreeMap<>();
    for (Row row : rows) {
      List<String> words = words(row);
      for (int i = 0; i + request.size() <= words.size(); i++) {
        List<String> sequence = words.subList(i, i + request.size());
        if (sequence.stream().noneMatch(excluded::contains)) {
          String text = String.join(" ", sequence);
          occurrences
              .computeIfAbsent(text, t -> new ArrayList<>())
              .add(new Occurrence(text, row.quotation().id(), row.article().id()));
        }
      }
    }
    List<WordList.Entry> entries =
        occurrences.values().stream()
            .filter(same -> same.size() >= request.minimum())
            .map(NaiveCorpus::entry)
            .sorted(Comparator.comparing(entry -> -entry.count()))
            .toList();
    return new WordList(
        search.selection(),
        request,
        rows.size(),
        rows.stream().mapToLong(row -> words(row).size()).sum(),
        entries.size(),
        entries.stream().limit(request.limit()).toList());
  }

  private static WordList.Entry entry(List<Occurrence> same) {
    return new WordList.Entry(
        same.getFirst().text(),
        same.size(),
        same.stream().map(Occurrence::quotation).distinct().count(),
        same.stream().map(Occurrence::article).collect(Collectors.toSet()).size());
  }

  private static List<String> words(Row row) {
    return NaiveStatistics.words(row.quotation().text());
  }
}
