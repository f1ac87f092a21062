package onrecord;

import com.google.common.base.Strings;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.NaiveArchive.Row;
import onrecord.model.PartialDate;
import onrecord.model.Span;
import onrecord.query.ArticleReference;
import onrecord.query.Facet;
import onrecord.query.KeywordSign;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Suggestions;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;

/** What the statistics of an archive should be, counted one quotation after the other. */
final class NaiveStatistics {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'\u2019]+");

  private final NaiveArchive archive;

  NaiveStatistics(NaiveArchive archive) {
    this.archive = archive;
  }

  Timeline timeline(Search search, TimelineRequest request) {
    List<Row> rows = selection(search);
    List<Row> looked = selection(against(search, Query.all()));
    List<LocalDate> days =
        rows.stream()
            .flatMap(row -> NaiveArchive.dates(request.date(), row).stream())
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
        search.selection(),
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

  private Map<String, List<Row>> byValue(TimelineRequest request, List<Row> rows) {
    Map<String, List<Row>> byValue = new TreeMap<>();
    request
        .split()
        .ifPresent(facet ->
            rows.forEach(row ->
                archive
                    .values(facet, row)
                    .forEach(
                        value -> byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(row))));
    return byValue;
  }

  private static boolean isImprecise(TimeStep step, PartialDate date) {
    return switch (step) {
      case DAY, WEEK -> date.day().isEmpty();
      case MONTH, QUARTER -> date.month().isEmpty();
      case YEAR, DECADE -> false;
    };
  }

  private static long in(List<Row> rows, TimelineRequest request, String name) {
    return count(
        rows,
        row ->
            NaiveArchive.dates(request.date(), row).stream()
                .filter(date -> !isImprecise(request.step(), date))
                .anyMatch(date -> request.step().name(date.first()).equals(name)));
  }

  private static long undated(TimelineRequest request, List<Row> rows) {
    return count(rows, row -> NaiveArchive.dates(request.date(), row).isEmpty());
  }

  private static long imprecise(TimelineRequest request, List<Row> rows) {
    return count(
        rows,
        row ->
            NaiveArchive.dates(request.date(), row).stream()
                .anyMatch(date -> isImprecise(request.step(), date)));
  }

  private static long count(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).count();
  }

  /** The quotations found, or the first of each wording. */
  List<Row> selection(Search search) {
    Set<Row> firsts = new NaivePages(archive).hits(search).keySet();
    return archive.find(search).stream().filter(firsts::contains).toList();
  }

  private static Search against(Search search, Query query) {
    return Search.builder(query).kinds(search.kinds()).distinct(search.distinct()).build();
  }

  Network network(Search search, int limit) {
    List<Row> rows = selection(search);
    Predicate<Row> known = row -> !row.quotation().speaker().name().equals(Facet.UNKNOWN);
    Predicate<Row> naming = row -> !row.quotation().about().isEmpty();
    List<Network.Edge> edges = new ArrayList<>();
    Stream<String> speakers = rows.stream().filter(known).map(this::speaker).distinct();
    List<String> abouts =
        rows.stream()
            .filter(naming)
            .flatMap(row -> archive.values(Facet.ABOUT, row).stream())
            .distinct()
            .toList();
    speakers.forEach(speaker ->
        abouts.forEach(about ->
            edges.add(
                new Network.Edge(
                    speaker,
                    about,
                    count(
                        rows,
                        row ->
                            speaker(row).equals(speaker)
                                && archive.values(Facet.ABOUT, row).contains(about))))));
    edges.removeIf(edge -> edge.quotations() == 0);
    edges.sort(
        Comparator.comparing((Network.Edge edge) -> -edge.quotations())
            .thenComparing(Network.Edge::speaker)
            .thenComparing(Network.Edge::about));
    return new Network(
        search.selection(),
        rows.size(),
        count(rows, known.and(naming)),
        count(rows, known.negate().and(naming)),
        count(rows, naming.negate()),
        edges.size(),
        edges.stream().limit(limit).toList());
  }

  private String speaker(Row row) {
    return archive.values(Facet.SPEAKER, row).getFirst();
  }

  Keywords keywords(Search search, KeywordsRequest request) {
    List<Row> rows = selection(search);
    List<Row> others =
        new ArrayList<>(selection(against(search, request.against().orElse(Query.all()))));
    others.removeAll(rows);
    if (search.distinct()) {
      others.removeIf(row -> rows.stream().anyMatch(found -> words(found).equals(words(row))));
    }
    List<String> words = rows.stream().flatMap(row -> words(row).stream()).toList();
    List<String> otherWords = others.stream().flatMap(row -> words(row).stream()).toList();
    Map<String, Long> counts = counts(words);
    Map<String, Long> otherCounts = counts(otherWords);
    List<Keywords.Keyword> keywords = new ArrayList<>();
    boolean positive = request.sign() == KeywordSign.POSITIVE;
    for (String word : new LinkedHashSet<>(positive ? words : otherWords)) {
      long a = counts.getOrDefault(word, 0L);
      long b = otherCounts.getOrDefault(word, 0L);
      double share = (a + b) / (double) (words.size() + otherWords.size());
      double g2 = 2 * (term(a, words.size() * share) + term(b, otherWords.size() * share));
      double here = (double) a / words.size();
      double elsewhere = (double) b / otherWords.size();
      if ((positive ? a : b) >= request.minimum()
          && (positive ? here > elsewhere : here < elsewhere)
          && g2 >= request.minimumG2()) {
        keywords.add(new Keywords.Keyword(word, a, b, g2));
      }
    }
    keywords.sort(
        Comparator.comparing((Keywords.Keyword word) -> -word.g2())
            .thenComparing(Keywords.Keyword::word));
    return new Keywords(
        search.selection(),
        request,
        rows.size(),
        others.size(),
        words.size(),
        otherWords.size(),
        keywords.size(),
        keywords.stream().limit(request.limit()).toList());
  }

  static List<Span> places(Set<Integer> characters) {
    List<Span> places = new ArrayList<>();
    for (int at : characters) {
      boolean next = !places.isEmpty() && places.getLast().end() == at;
      int start = next ? places.removeLast().start() : at;
      places.add(new Span(start, at + 1));
    }
    return places;
  }

  static ArticleReference reference(Row row) {
    return ArticleReference.of(row.article());
  }

  List<Variants.Variant> variants(String id, double minimum) {
    List<Row> rows = archive.rows();
    Row original =
        rows.stream().filter(row -> row.quotation().id().equals(id)).findFirst().orElseThrow();
    List<Variants.Variant> variants = new ArrayList<>();
    for (Row row : rows) {
      int size = Math.min(3, Math.min(words(original).size(), words(row).size()));
      Set<String> shingles = shingles(original, size);
      Set<String> own = shingles(row, size);
      Set<String> shared = new TreeSet<>(own);
      shared.retainAll(shingles);
      Set<String> all = new TreeSet<>(own);
      all.addAll(shingles);
      boolean isAllOfOne = shared.equals(own) || shared.equals(shingles);
      double contained = (double) shared.size() / own.size();
      double containing = (double) shared.size() / shingles.size();
      if (row != original
          && (shared.size() > 1 || isAllOfOne)
          && (contained >= minimum || containing >= minimum)) {
        variants.add(
            new Variants.Variant(
                row.quotation(),
                reference(row),
                (double) shared.size() / all.size(),
                contained,
                containing));
      }
    }
    variants.sort(
        Comparator.comparing((Variants.Variant variant) -> -variant.similarity())
            .thenComparing(variant -> -variant.contained()));
    return variants;
  }

  /** The ids of other quotations whose words are side by side in those of one. */
  List<String> within(String id) {
    List<Row> rows = archive.rows();
    Row original =
        rows.stream().filter(row -> row.quotation().id().equals(id)).findFirst().orElseThrow();
    return rows.stream()
        .filter(row -> row != original)
        .filter(row -> Collections.indexOfSubList(words(original), words(row)) >= 0)
        .map(row -> row.quotation().id())
        .toList();
  }

  static Set<String> shingles(Row row, int size) {
    List<String> words = words(row);
    Set<String> shingles = new TreeSet<>();
    for (int i = 0; i + size <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + size)));
    }
    return shingles;
  }

  Suggestions suggest(String typed, Search search, int limit) {
    Map<String, Long> counts = counts(archive.find(search).stream().map(this::speaker).toList());
    counts.remove(Facet.UNKNOWN);
    Map<String, Integer> errors = new HashMap<>();
    counts.keySet().forEach(name -> errors.put(name, errors(words(typed), words(name))));
    List<Suggestions.Suggestion> speakers =
        counts.entrySet().stream()
            .filter(e -> errors.get(e.getKey()) <= 1)
            .map(e ->
                new Suggestions.Suggestion(e.getKey(), e.getValue(), errors.get(e.getKey()) == 0))
            .sorted(
                Comparator.comparing((Suggestions.Suggestion s) -> !s.exact())
                    .thenComparing(s -> -s.quotations())
                    .thenComparing(Suggestions.Suggestion::speaker))
            .toList();
    return new Suggestions(
        search.selection(), typed, speakers.size(), speakers.stream().limit(limit).toList());
  }

  /** The errors in all words typed, each compared with the part of the name it is nearest to. */
  private static int errors(List<String> typed, List<String> name) {
    int errors = 0;
    for (String word : typed) {
      int fewest = 2;
      for (String part : name) {
        for (int end = 0; end <= part.length(); end++) {
          int distance = distance(word, part.substring(0, end));
          fewest = Math.min(fewest, word.length() < 3 && distance > 0 ? 2 : distance);
        }
      }
      errors += fewest;
    }
    return errors;
  }

  /** 0 for the same words, 1 if one error makes the one of the other, else 2. */
  private static int distance(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    int same = Strings.commonPrefix(a, b).length();
    String left = a.substring(same);
    String right = b.substring(same);
    boolean exchanged =
        left.length() > 1
            && right.length() > 1
            && left.charAt(0) == right.charAt(1)
            && left.charAt(1) == right.charAt(0)
            && left.substring(2).equals(right.substring(2));
    boolean missing = !right.isEmpty() && left.equals(right.substring(1));
    boolean tooMany = !left.isEmpty() && right.equals(left.substring(1));
    boolean wrong =
        !left.isEmpty() && !right.isEmpty() && left.substring(1).equals(right.substring(1));
    return exchanged || missing || tooMany || wrong ? 1 : 2;
  }

  private static double term(long observed, double expected) {
    return observed == 0 ? 0 : observed * StrictMath.log(observed / expected);
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
