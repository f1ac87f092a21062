package onrecord;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.query.DateLevel;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Query.Match;
import onrecord.query.Search;
import onrecord.query.SortOrder;

/** What an archive should answer, found by looking at every quotation of a list. */
final class NaiveArchive {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'\u2019]+");

  private static final Map<String, String> STEMS = new HashMap<>();
  private static final Map<String, List<String>> TEXTS = new HashMap<>();

  static {
    RandomArticles.WORDS.forEach(group -> group.forEach(word -> STEMS.put(word, group.get(0))));
  }

  record Row(Article article, Quotation quotation) {}

  private final Map<String, RandomArticles.Entry> entries = new TreeMap<>();

  void add(RandomArticles.Entry entry) {
    entries.put(entry.article().id(), entry);
  }

  List<RandomArticles.Entry> entries() {
    return List.copyOf(entries.values());
  }

  List<Row> rows() {
    return entries.values().stream()
        .flatMap(e -> e.quotations().stream().map(q -> new Row(e.article(), q)))
        .toList();
  }

  long articles() {
    return entries.size();
  }

  /** The matching rows, in the order of article and text. */
  List<Row> find(Search search) {
    return rows(search, facet -> true);
  }

  private List<Row> rows(Search search, Predicate<Facet> whichFilters) {
    return rows().stream()
        .filter(row -> search.indirect() || row.quotation().kind() != QuotationKind.INDIRECT)
        .filter(row -> matches(search.query(), row))
        .filter(row ->
            search.filters().entrySet().stream()
                .filter(filter -> whichFilters.test(filter.getKey()))
                .allMatch(filter -> isOneOf(filter.getKey(), filter.getValue(), row)))
        .toList();
  }

  private static boolean isOneOf(Facet facet, Set<String> values, Row row) {
    Optional<PartialDate> date = date(facet, row);
    return values.stream()
        .anyMatch(value ->
            facet.isDate() && date.isPresent() && !value.equals(Facet.UNKNOWN)
                ? lies(date, DateRange.parse(value))
                : value.equals(value(facet, row)));
  }

  static Comparator<Row> order(SortOrder order) {
    Comparator<Row> byTime = Comparator.comparing(NaiveArchive::time);
    Comparator<Row> undatedLast = Comparator.comparing(r -> r.article().published().isEmpty());
    return undatedLast.thenComparing(order == SortOrder.NEWEST ? byTime.reversed() : byTime);
  }

  private static LocalDateTime time(Row row) {
    return row.article()
        .published()
        .map(p -> p.day().atTime(p.time().orElse(LocalTime.MIN)))
        .orElse(LocalDateTime.MIN);
  }

  FacetCounts count(Search search, FacetRequest request) {
    List<Row> rows = rows(search, facet -> facet != request.facet());
    return switch (request) {
      case FacetRequest.Labels labels -> labels(rows, labels);
      case FacetRequest.Dates dates -> dates(rows, dates);
    };
  }

  private static FacetCounts labels(List<Row> rows, FacetRequest.Labels request) {
    List<FacetCount> counts =
        counts(rows, row -> value(request.facet(), row)).stream()
            .sorted(Comparator.comparing(c -> -c.quotations()))
            .toList();
    return new FacetCounts(
        request, rows.size(), counts.size(), counts.stream().limit(request.limit()).toList());
  }

  private static FacetCounts dates(List<Row> rows, FacetRequest.Dates request) {
    List<Row> within =
        rows.stream()
            .filter(row ->
                request.within().isEmpty()
                    || lies(date(request.facet(), row), DateRange.of(request.within().get())))
            .toList();
    List<FacetCount> counts =
        counts(
                within,
                row ->
                    date(request.facet(), row)
                        .map(date -> cut(date.toString(), request.level()))
                        .orElse(Facet.UNKNOWN))
            .stream()
            .sorted(Comparator.comparing(c -> c.value().equals(Facet.UNKNOWN)))
            .toList();
    return new FacetCounts(request, within.size(), counts.size(), counts);
  }

  private static List<FacetCount> counts(List<Row> rows, Function<Row, String> value) {
    Map<String, Long> counts =
        rows.stream().collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream().map(e -> new FacetCount(e.getKey(), e.getValue())).toList();
  }

  private static String cut(String date, DateLevel level) {
    int length =
        switch (level) {
          case YEAR -> 4;
          case MONTH -> 7;
          case DAY -> 10;
        };
    return date.substring(0, Math.min(length, date.length()));
  }

  static String value(Facet facet, Row row) {
    return switch (facet) {
      case SPEAKER -> row.quotation().speaker().name();
      case SPEAKER_TYPE -> row.quotation().speaker().type().name();
      case OUTLET -> row.article().outlet().orElse(Facet.UNKNOWN);
      case SECTION -> row.article().section().orElse(Facet.UNKNOWN);
      case KIND -> row.quotation().kind().name();
      case PUBLISHED, SAID -> date(facet, row).map(PartialDate::toString).orElse(Facet.UNKNOWN);
    };
  }

  private static Optional<PartialDate> date(Facet facet, Row row) {
    return facet == Facet.SAID
        ? row.quotation().said().flatMap(Said::date)
        : row.article().published().map(p -> PartialDate.ofDay(p.day()));
  }

  private static boolean lies(Optional<PartialDate> date, DateRange range) {
    return date.isPresent()
        && range.from().stream().noneMatch(f -> date.get().first().isBefore(f.first()))
        && range.to().stream().noneMatch(t -> date.get().last().isAfter(t.last()));
  }

  static boolean matches(Query query, Row row) {
    return switch (query) {
      case Query.All q -> true;
      case Query.Words q -> {
        List<String> there = stems(row.quotation().text());
        yield q.match() == Match.ALL
            ? there.containsAll(stems(q.text()))
            : stems(q.text()).stream().anyMatch(there::contains);
      }
      case Query.Phrase q -> hasPhrase(stems(row.quotation().text()), stems(q.text()), q.slop());
      case Query.SpeakerName q -> row.quotation().speaker().name().equals(q.name());
      case Query.SpeakerWords q ->
          Arrays.asList(folded(row.quotation().speaker().name()).split(" "))
              .containsAll(Arrays.asList(folded(q.text()).split(" ")));
      case Query.TypeOfSpeaker q -> row.quotation().speaker().type() == q.type();
      case Query.Outlet q -> value(Facet.OUTLET, row).equals(q.name());
      case Query.Section q -> value(Facet.SECTION, row).equals(q.name());
      case Query.Kind q -> row.quotation().kind() == q.kind();
      case Query.ArticleId q -> row.article().id().equals(q.id());
      case Query.PublishedIn q -> lies(date(Facet.PUBLISHED, row), q.range());
      case Query.SaidIn q -> lies(date(Facet.SAID, row), q.range());
      case Query.And q -> q.queries().stream().allMatch(part -> matches(part, row));
      case Query.Or q -> q.queries().stream().anyMatch(part -> matches(part, row));
      case Query.Not q -> !matches(q.query(), row);
    };
  }

  /** Whether the words can stand in their order when moved by no more than the slop. */
  private static boolean hasPhrase(List<String> there, List<String> words, int slop) {
    return places(there, words, 0, new int[words.size()], slop);
  }

  private static boolean places(
      List<String> there, List<String> words, int i, int[] shifts, int slop) {
    if (i == words.size()) {
      return IntStream.of(shifts).max().orElse(0) - IntStream.of(shifts).min().orElse(0) <= slop;
    }
    return IntStream.range(0, there.size())
        .filter(at -> there.get(at).equals(words.get(i)))
        .anyMatch(at -> {
          shifts[i] = at - i;
          return places(there, words, i + 1, shifts, slop);
        });
  }

  /** The characters of the quotation that the query matches; there must be no slop in it. */
  static Set<Integer> highlights(Query query, Row row) {
    Set<Integer> places = new TreeSet<>();
    if (!matches(query, row)) {
      return places;
    }
    String text = row.quotation().text();
    List<MatchResult> tokens = WORD.matcher(text).results().toList();
    switch (query) {
      case Query.Words q ->
          tokens.stream()
              .filter(token -> stems(q.text()).contains(stem(token.group())))
              .forEach(token -> mark(places, token, token));
      case Query.Phrase q -> {
        List<String> words = stems(q.text());
        List<String> there = stems(text);
        for (int i = 0; i + words.size() <= there.size(); i++) {
          if (there.subList(i, i + words.size()).equals(words)) {
            mark(places, tokens.get(i), tokens.get(i + words.size() - 1));
          }
        }
      }
      case Query.And q -> q.queries().forEach(part -> places.addAll(highlights(part, row)));
      case Query.Or q -> q.queries().forEach(part -> places.addAll(highlights(part, row)));
      default -> {}
    }
    return places;
  }

  private static void mark(Set<Integer> places, MatchResult first, MatchResult last) {
    IntStream.range(first.start(), last.end()).forEach(places::add);
  }

  /**
   * The index in the article of each character of the quotation; -1 for a space that joins runs.
   */
  static List<Integer> placesInArticle(Quotation quotation) {
    List<Integer> places = new ArrayList<>();
    quotation
        .runs()
        .forEach(run -> {
          if (!places.isEmpty()) {
            places.add(-1);
          }
          IntStream.range(run.start(), run.end()).forEach(places::add);
        });
    return places;
  }

  private static List<String> stems(String text) {
    return TEXTS.computeIfAbsent(
        text, t -> WORD.matcher(t).results().map(word -> stem(word.group())).toList());
  }

  private static String stem(String word) {
    return Objects.requireNonNull(STEMS.get(word), word);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}|[()]", "")
        .toLowerCase(Locale.ROOT);
  }
}
