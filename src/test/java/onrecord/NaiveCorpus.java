package onrecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onrecord.NaiveArchive.Row;
import onrecord.model.PartialDate;
import onrecord.model.Span;
import onrecord.query.Collocates;
import onrecord.query.CollocatesRequest;
import onrecord.query.CollocationMeasure;
import onrecord.query.CorpusParts;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.WordList;
import onrecord.query.WordListRequest;

/** What the corpus tools should say of an archive, counted one word after the other. */
final class NaiveCorpus {

  private final NaiveArchive archive;
  private final NaiveStatistics statistics;

  NaiveCorpus(NaiveArchive archive) {
    this.archive = archive;
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

  Collocates collocates(Search search, CollocatesRequest request) {
    List<Row> rows = statistics.selection(search);
    List<String> near = new ArrayList<>();
    List<String> corpus = new ArrayList<>();
    long places = 0;
    for (Row row : rows) {
      List<String> words = words(row);
      List<Span> found = places(search, request.of(), row);
      places += found.size();
      for (int i = 0; i < words.size(); i++) {
        int at = i;
        if (found.stream().noneMatch(place -> at >= place.start() && at < place.end())) {
          corpus.add(words.get(i));
          if (found.stream().anyMatch(place -> isNear(at, place, request.window()))) {
            near.add(words.get(i));
          }
        }
      }
    }
    List<Collocates.Collocate> collocates = collocates(request, near, corpus, places);
    return new Collocates(
        search.selection(),
        request,
        rows.size(),
        places,
        near.size(),
        corpus.size(),
        collocates.size(),
        collocates.stream().limit(request.limit()).toList());
  }

  private static List<Collocates.Collocate> collocates(
      CollocatesRequest request, List<String> near, List<String> corpus, long places) {
    List<Collocates.Collocate> collocates = new ArrayList<>();
    for (String word : new TreeSet<>(near)) {
      int count = Collections.frequency(near, word);
      int total = Collections.frequency(corpus, word);
      double share = (double) count / near.size();
      if (count >= request.minimum() && share > (double) total / corpus.size()) {
        collocates.add(new Collocates.Collocate(word, count, total));
      }
    }
    collocates.sort(
        Comparator.comparing(collocate ->
            -measure(
                request.measure(),
                new double[] {collocate.count(), collocate.total()},
                near.size(),
                corpus.size(),
                places)));
    return collocates;
  }

  private static boolean isNear(int word, Span place, CollocatesRequest.Window window) {
    return word < place.start()
        ? place.start() - word <= window.left()
        : word - place.end() < window.right();
  }

  /** The measures in the form in which the publications have them, rounded against errors. */
  private static double measure(
      CollocationMeasure measure, double[] counts, double near, double corpus, double nodes) {
    double a = counts[0];
    double b = near - a;
    double c = counts[1] - a;
    double d = corpus - near - c;
    double value =
        switch (measure) {
          case COUNT -> a;
          case LOG_DICE -> 14 + Math.log(2 * a / (nodes + a + c)) / Math.log(2);
          case LOG_RATIO ->
              c + d == 0 ? 0 : Math.log((a / near) / ((c == 0 ? 0.5 : c) / (c + d))) / Math.log(2);
          case G2 ->
              2
                  * (xLogX(a)
                      + xLogX(b)
                      + xLogX(c)
                      + xLogX(d)
                      + xLogX(corpus)
                      - xLogX(a + b)
                      - xLogX(c + d)
                      - xLogX(a + c)
                      - xLogX(b + d));
        };
    return Math.rint(value * 1e9) / 1e9;
  }

  private static double xLogX(double x) {
    return x == 0 ? 0 : x * Math.log(x);
  }

  Dispersion dispersion(Search search, DispersionRequest request) {
    List<Row> rows = statistics.selection(search);
    Map<String, List<Row>> byPart = new TreeMap<>();
    rows.forEach(row ->
        parts(request.parts(), row)
            .forEach(part -> byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(row)));
    List<Dispersion.Part> parts = new ArrayList<>();
    byPart.forEach((name, inPart) ->
        parts.add(
            new Dispersion.Part(
                name.substring(name.indexOf('|') + 1),
                inPart.stream().mapToLong(row -> words(row).size()).sum(),
                inPart.stream().mapToLong(row -> places(search, request.of(), row).size()).sum())));
    if (!(request.parts() instanceof CorpusParts.Periods)) {
      parts.sort(Comparator.comparing(part -> -part.places()));
    }
    return new Dispersion(search.selection(), request, rows.size(), parts);
  }

  /** The parts of a quotation; the order of periods is before their names. */
  private List<String> parts(CorpusParts parts, Row row) {
    return switch (parts) {
      case CorpusParts.Articles p -> List.of(row.article().id());
      case CorpusParts.Values p -> archive.values(p.facet(), row);
      case CorpusParts.Periods p ->
          archive.values(p.date(), row).stream().map(date -> period(p, date)).distinct().toList();
    };
  }

  private static String period(CorpusParts.Periods periods, String date) {
    if (date.equals(Facet.UNKNOWN)) {
      return "~|" + date;
    }
    PartialDate parsed = PartialDate.parse(date);
    String first = periods.step().name(parsed.first());
    // Before the periods that begin on the same day: years, then months.
    return first.equals(periods.step().name(parsed.last()))
        ? periods.step().first(parsed.first()) + "c|" + first
        : parsed.first() + (parsed.month().isPresent() ? "b|" : "a|") + date;
  }

  /** The places of a query, as the first word and the word after the last. */
  private List<Span> places(Search search, Query query, Row row) {
    Search wanted = Search.builder(query).kinds(search.kinds()).build();
    List<Span> inText = NaiveStatistics.places(archive.inQuotation(wanted, row));
    String text = row.quotation().text();
    return inText.stream()
        .map(place -> {
          int first = NaiveStatistics.words(text.substring(0, place.start())).size();
          return new Span(first, first + NaiveStatistics.words(place.in(text)).size());
        })
        .toList();
  }

  private static List<String> words(Row row) {
    return NaiveStatistics.words(row.quotation().text());
  }
}
