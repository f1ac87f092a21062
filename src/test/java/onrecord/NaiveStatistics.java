package onrecord;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.NaiveArchive.Row;
import onrecord.model.PartialDate;
import onrecord.model.Said;
import onrecord.query.Facet;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;

/** What the statistics of an archive should be, counted one quotation after the other. */
final class NaiveStatistics {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'\u2019]+");

  private final NaiveArchive archive;

  NaiveStatistics(NaiveArchive archive) {
    this.archive = archive;
  }

  Timeline timeline(Search search, TimelineRequest request) {
    List<Row> rows = archive.find(search);
    List<Row> looked =
        archive.find(Search.builder(Query.all()).indirect(search.indirect()).build());
    List<LocalDate> days =
        rows.stream()
            .flatMap(row -> date(request, row).stream())
            .filter(date -> !isImprecise(request.step(), date))
            .map(PartialDate::first)
            .sorted()
            .toList();
    List<Timeline.Part> parts = new ArrayList<>();
    for (LocalDate day = days.isEmpty() ? LocalDate.MAX : days.getFirst();
        !days.isEmpty() && !day.isAfter(days.getLast());
        day = day.plusDays(1)) {
      String name = request.step().name(day);
      if (parts.isEmpty() || !parts.getLast().name().equals(name)) {
        parts.add(
            new Timeline.Part(
                name,
                first(request.step(), day),
                in(rows, request, name),
                in(looked, request, name)));
      }
    }
    Map<String, List<Row>> byValue = byValue(request, rows);
    return new Timeline(
        request,
        rows.size(),
        undated(request, rows),
        imprecise(request, rows),
        parts,
        byValue.size(),
        byValue.entrySet().stream()
            .sorted(Comparator.comparing(e -> -e.getValue().size()))
            .limit(request.series())
            .map(e -> series(request, e.getKey(), e.getValue(), parts))
            .toList());
  }

  private static Timeline.Series series(
      TimelineRequest request, String value, List<Row> rows, List<Timeline.Part> parts) {
    return new Timeline.Series(
        value,
        rows.size(),
        undated(request, rows),
        imprecise(request, rows),
        parts.stream().map(part -> in(rows, request, part.name())).toList());
  }

  private static LocalDate first(TimeStep step, LocalDate day) {
    LocalDate first = day;
    while (step.name(first.minusDays(1)).equals(step.name(day))) {
      first = first.minusDays(1);
    }
    return first;
  }

  private static Map<String, List<Row>> byValue(TimelineRequest request, List<Row> rows) {
    Map<String, List<Row>> byValue = new TreeMap<>();
    request
        .split()
        .ifPresent(facet ->
            rows.forEach(row ->
                byValue
                    .computeIfAbsent(NaiveArchive.value(facet, row), v -> new ArrayList<>())
                    .add(row)));
    return byValue;
  }

  private static Optional<PartialDate> date(TimelineRequest request, Row row) {
    return request.date() == Facet.SAID
        ? row.quotation().said().flatMap(Said::date)
        : row.article().published().map(p -> PartialDate.ofDay(p.day()));
  }

  private static boolean isImprecise(TimeStep step, PartialDate date) {
    return switch (step) {
      case DAY, WEEK -> date.day().isEmpty();
      case MONTH -> date.month().isEmpty();
      case YEAR -> false;
    };
  }

  private static long in(List<Row> rows, TimelineRequest request, String name) {
    return count(
        rows,
        row ->
            date(request, row)
                .filter(date -> !isImprecise(request.step(), date))
                .filter(date -> request.step().name(date.first()).equals(name))
                .isPresent());
  }

  private static long undated(TimelineRequest request, List<Row> rows) {
    return count(rows, row -> date(request, row).isEmpty());
  }

  private static long imprecise(TimelineRequest request, List<Row> rows) {
    return count(
        rows, row -> date(request, row).filter(d -> isImprecise(request.step(), d)).isPresent());
  }

  private static long count(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).count();
  }

  Network network(Search search, int limit) {
    List<Row> rows = archive.find(search);
    Predicate<Row> known = row -> !row.quotation().speaker().name().equals(Facet.UNKNOWN);
    Predicate<Row> naming = row -> !row.quotation().about().isEmpty();
    List<Network.Edge> edges = new ArrayList<>();
    Stream<String> speakers =
        rows.stream().filter(known).map(row -> row.quotation().speaker().name()).distinct();
    List<String> abouts =
        rows.stream().flatMap(row -> row.quotation().about().stream()).distinct().toList();
    speakers.forEach(speaker ->
        abouts.forEach(about ->
            edges.add(
                new Network.Edge(
                    speaker,
                    about,
                    count(
                        rows,
                        row ->
                            row.quotation().speaker().name().equals(speaker)
                                && row.quotation().about().contains(about))))));
    edges.removeIf(edge -> edge.quotations() == 0);
    edges.sort(
        Comparator.comparing((Network.Edge edge) -> -edge.quotations())
            .thenComparing(Network.Edge::speaker)
            .thenComparing(Network.Edge::about));
    return new Network(
        rows.size(),
        count(rows, known.and(naming)),
        count(rows, known.negate().and(naming)),
        count(rows, naming.negate()),
        edges.size(),
        edges.stream().limit(limit).toList());
  }

  Keywords keywords(Search search, KeywordsRequest request) {
    List<Row> rows = archive.find(search);
    Search against =
        Search.builder(request.against().orElse(Query.all())).indirect(search.indirect()).build();
    List<Row> others = new ArrayList<>(archive.find(against));
    others.removeAll(rows);
    List<String> words = rows.stream().flatMap(row -> words(row).stream()).toList();
    List<String> otherWords = others.stream().flatMap(row -> words(row).stream()).toList();
    Map<String, Long> counts = counts(words);
    Map<String, Long> otherCounts = counts(otherWords);
    List<Keywords.Keyword> keywords = new ArrayList<>();
    for (String word : new LinkedHashSet<>(words)) {
      long a = counts.get(word);
      long b = otherCounts.getOrDefault(word, 0L);
      double share = (a + b) / (double) (words.size() + otherWords.size());
      double g2 = 2 * (term(a, words.size() * share) + term(b, otherWords.size() * share));
      if (a >= request.minimum() && a * otherWords.size() > b * words.size()) {
        keywords.add(new Keywords.Keyword(word, a, b, g2));
      }
    }
    keywords.sort(
        Comparator.comparing((Keywords.Keyword word) -> -word.g2())
            .thenComparing(Keywords.Keyword::word));
    return new Keywords(
        rows.size(),
        others.size(),
        words.size(),
        otherWords.size(),
        keywords.size(),
        keywords.stream().limit(request.limit()).toList());
  }

  private static double term(long observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  private static Map<String, Long> counts(List<String> words) {
    Map<String, Long> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1L, Long::sum));
    return counts;
  }

  private static List<String> words(Row row) {
    return words(row.quotation().text());
  }

  /** The words of a text without case and accents. */
  static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(NaiveStatistics::folded)
        .toList();
  }

  static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('\u2019', '\'')
        .toLowerCase(Locale.ROOT);
  }
}
