package onrecord;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.query.DateLevel;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetKind;
import onrecord.query.FacetRequest;
import onrecord.query.Form;
import onrecord.query.Order;
import onrecord.query.OwnField;
import onrecord.query.Property;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.ValueRange;

/** What an archive should answer, found by looking at every quotation of a list. */
final class NaiveArchive {

  record Row(Article article, Quotation quotation) {}

  private final Map<String, RandomArticles.Entry> entries = new TreeMap<>();
  private final Map<List<Object>, String> shown = new HashMap<>();

  void add(RandomArticles.Entry entry) {
    shown.clear();
    entries.put(entry.article().id(), entry);
  }

  void remove(String id) {
    shown.clear();
    entries.remove(id);
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
        .filter(row -> search.kinds().contains(row.quotation().kind()))
        .filter(row -> matches(search.query(), row, search.kinds()))
        .filter(row ->
            search.filters().entrySet().stream()
                .filter(filter -> whichFilters.test(filter.getKey()))
                .allMatch(filter -> isOneOf(filter.getKey(), filter.getValue(), row)))
        .toList();
  }

  /** The fields of the owner that articles, quotations or speakers have. */
  List<OwnField> ownFields() {
    return RandomFields.TYPES.keySet().stream()
        .filter(field ->
            entries.values().stream()
                .anyMatch(entry ->
                    field.owner() == OwnField.Owner.ARTICLE
                        ? !entry.article().fields().of(field.name()).isEmpty()
                        : entry.quotations().stream()
                            .anyMatch(q -> has(field, entry.article(), q))))
        .sorted(Facet.ORDER)
        .toList();
  }

  private static List<FieldValue> own(OwnField field, Row row) {
    return RandomFields.of(field.owner(), row.article(), row.quotation()).of(field.name());
  }

  private static boolean has(OwnField field, Article article, Quotation quotation) {
    return !RandomFields.of(field.owner(), article, quotation).of(field.name()).isEmpty();
  }

  private static boolean has(OwnField field, String value, Row row) {
    List<FieldValue> values = own(field, row);
    if (value.equals(Facet.UNKNOWN)) {
      return values.isEmpty()
          || values.stream().anyMatch(other -> other.text().equals(Facet.UNKNOWN));
    }
    return values.stream()
        .anyMatch(other ->
            switch (other.type()) {
              case NAME -> isSame(value, other.text());
              case NUMBER -> Double.parseDouble(value) == other.number();
              case DAY -> contains(value, other.day());
              case TEXT ->
                  NaiveWords.matches(
                      new TextPattern.Phrase(value, 0), Form.STEM, List.of(other.text()));
            });
  }

  private static boolean contains(String date, LocalDate day) {
    return day.toString().startsWith(date);
  }

  private static boolean lies(FieldValue value, ValueRange range) {
    return range.from().stream().allMatch(from -> isAfter(value, from))
        && range.to().stream().allMatch(to -> isBefore(value, to));
  }

  private static boolean isAfter(FieldValue value, ValueRange.Bound from) {
    if (value.type() == FieldType.NUMBER) {
      int order = Double.compare(value.number(), Double.parseDouble(from.value()) + 0.0);
      return from.included() ? order >= 0 : order > 0;
    }
    PartialDate date = PartialDate.parse(from.value());
    return from.included() ? !value.day().isBefore(date.first()) : value.day().isAfter(date.last());
  }

  private static boolean isBefore(FieldValue value, ValueRange.Bound to) {
    if (value.type() == FieldType.NUMBER) {
      int order = Double.compare(value.number(), Double.parseDouble(to.value()) + 0.0);
      return to.included() ? order <= 0 : order < 0;
    }
    PartialDate date = PartialDate.parse(to.value());
    return to.included() ? !value.day().isAfter(date.last()) : value.day().isBefore(date.first());
  }

  private boolean isOneOf(Facet facet, Set<String> values, Row row) {
    Optional<PartialDate> date = date(facet, row);
    return values.stream()
        .anyMatch(value ->
            facet.isDate() && date.isPresent() && !value.equals(Facet.UNKNOWN)
                ? lies(date, DateRange.parse(value))
                : has(facet, value, row));
  }

  private static boolean has(Facet facet, String value, Row row) {
    if (facet instanceof OwnField field) {
      return has(field, value, row);
    }
    return printed(facet, row).stream().anyMatch(other -> isSame(value, other));
  }

  /** Whether two names are the same but for case and accents; an unknown one is none. */
  private static boolean isSame(String name, String other) {
    return name.equals(other)
        || (!name.equals(Facet.UNKNOWN)
            && !other.equals(Facet.UNKNOWN)
            && NaiveWords.folded(name).equals(NaiveWords.folded(other)));
  }

  static Comparator<Row> order(Order order) {
    return NaiveOrder.of(order);
  }

  FacetCounts count(Search search, FacetRequest request) {
    return count(rows(search, facet -> !facet.equals(request.facet())), request);
  }

  /** The counts of a facet among some rows. */
  FacetCounts count(List<Row> rows, FacetRequest request) {
    return switch (request) {
      case FacetRequest.Labels labels -> labels(rows, labels);
      case FacetRequest.Dates dates -> dates(rows, dates);
    };
  }

  /** All values of a facet with their counts, in their order. */
  List<FacetCount> values(Search search, Facet facet) {
    return counts(rows(search, other -> !other.equals(facet)), row -> values(facet, row));
  }

  private FacetCounts labels(List<Row> rows, FacetRequest.Labels request) {
    List<FacetCount> counts =
        counts(rows, row -> values(request.facet(), row)).stream()
            .filter(
                c -> NaiveWords.folded(c.value()).startsWith(NaiveWords.folded(request.prefix())))
            .sorted(Comparator.comparing(c -> -c.count(request.order())))
            .toList();
    return new FacetCounts(
        request,
        rows.size(),
        articles(rows),
        counts.size(),
        counts.stream().limit(request.limit()).toList());
  }

  static long articles(List<Row> rows) {
    return rows.stream().map(row -> row.article().id()).distinct().count();
  }

  private static FacetCounts dates(List<Row> rows, FacetRequest.Dates request) {
    List<Row> within =
        rows.stream()
            .filter(row ->
                request.within().isEmpty()
                    || dates(request.facet(), row).stream()
                        .anyMatch(date -> isWithin(request, date)))
            .toList();
    List<FacetCount> counts =
        counts(
                within,
                row -> {
                  List<String> dates =
                      dates(request.facet(), row).stream()
                          .filter(date -> isWithin(request, date))
                          .map(date -> cut(date.toString(), request.level()))
                          .distinct()
                          .toList();
                  return dates.isEmpty() ? List.of(Facet.UNKNOWN) : dates;
                })
            .stream()
            .sorted(Comparator.comparing(c -> c.value().equals(Facet.UNKNOWN)))
            .toList();
    return new FacetCounts(request, within.size(), articles(within), counts.size(), counts);
  }

  private static boolean isWithin(FacetRequest.Dates request, PartialDate date) {
    return request.within().isEmpty()
        || lies(Optional.of(date), DateRange.of(request.within().get()));
  }

  private static List<FacetCount> counts(List<Row> rows, Function<Row, List<String>> values) {
    Map<String, List<Row>> found = new TreeMap<>();
    for (Row row : rows) {
      values
          .apply(row)
          .forEach(value -> found.computeIfAbsent(value, v -> new ArrayList<>()).add(row));
    }
    return found.entrySet().stream()
        .map(e -> new FacetCount(e.getKey(), e.getValue().size(), articles(e.getValue())))
        .toList();
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

  /** The values of a facet as they are counted, each once: of the same names, the most frequent. */
  List<String> values(Facet facet, Row row) {
    boolean isName =
        facet instanceof OwnField field
            ? RandomFields.TYPES.get(field) == FieldType.NAME
            : facet.kind() == FacetKind.NAMES;
    return isName
        ? printed(facet, row).stream().map(name -> shown(facet, name)).distinct().toList()
        : printed(facet, row);
  }

  private String shown(Facet facet, String name) {
    return shown.computeIfAbsent(
        List.of(facet, name),
        key -> {
          Map<String, Long> counts = new TreeMap<>();
          rows().stream()
              .flatMap(row -> printed(facet, row).stream())
              .filter(other -> isSame(name, other))
              .forEach(other -> counts.merge(other, 1L, Long::sum));
          // The first of several in the order of their code points.
          return counts.entrySet().stream()
              .sorted(Comparator.comparing(e -> -e.getValue()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow();
        });
  }

  /** The values of a facet as they are printed, each once. */
  private static List<String> printed(Facet facet, Row row) {
    List<String> values =
        switch (facet) {
          case OwnField field -> own(field, row).stream().map(FieldValue::text).toList();
          case Facet.Standard standard -> printed(standard, row);
        };
    return values.isEmpty() ? List.of(Facet.UNKNOWN) : values.stream().distinct().toList();
  }

  private static List<String> printed(Facet.Standard facet, Row row) {
    Article article = row.article();
    Quotation quotation = row.quotation();
    return switch (facet) {
      case SPEAKER -> List.of(quotation.speaker().name());
      case SPEAKER_ID -> quotation.speaker().id().stream().toList();
      case SPEAKER_TYPE -> List.of(quotation.speaker().type().name());
      case ABOUT -> quotation.about();
      case OUTLET -> article.outlet().stream().toList();
      case SECTION -> article.section().stream().toList();
      case AUTHOR -> article.authors();
      case LANGUAGE -> article.language().stream().toList();
      case KIND -> List.of(quotation.kind().name());
      case CUE -> quotation.cue().map(cue -> cue.in(article.text())).stream().toList();
      case RULE -> List.of(quotation.rule());
      case TAG -> article.tags();
      case PUBLISHED, SAID -> date(facet, row).map(PartialDate::toString).stream().toList();
      case CONFIDENCE -> List.of(band(quotation.confidence()));
    };
  }

  private static String band(double confidence) {
    int tenths = (int) Math.round(confidence * 100) / 10;
    return tenths > 8 ? "0.9-1.0" : "0." + tenths + "-0." + (tenths + 1);
  }

  /** The dates of a row, of which there are several only in fields of the owner. */
  static List<PartialDate> dates(Facet facet, Row row) {
    return facet instanceof OwnField field
        ? own(field, row).stream().map(FieldValue::day).map(PartialDate::ofDay).toList()
        : date(facet, row).stream().toList();
  }

  private static Optional<PartialDate> date(Facet facet, Row row) {
    return facet.equals(Facet.SAID)
        ? row.quotation().said().flatMap(Said::date)
        : row.article().published().map(p -> PartialDate.ofDay(p.day()));
  }

  private static boolean lies(Optional<PartialDate> date, DateRange range) {
    return date.isPresent()
        && range.from().stream().noneMatch(f -> date.get().first().isBefore(f.first()))
        && range.to().stream().noneMatch(t -> date.get().last().isAfter(t.last()));
  }

  private boolean matches(Query query, Row row, Set<QuotationKind> kinds) {
    return switch (query) {
      case Query.All q -> true;
      case Query.Text q -> NaiveWords.matches(q.pattern(), form(q), texts(q.target(), row));
      case Query.Ranged q -> own(q.field(), row).stream().anyMatch(value -> lies(value, q.range()));
      case Query.Named q -> has(q.facet(), q.name(), row);
      case Query.Exactly q -> exact(q.property(), row).equals(q.value());
      case Query.PublishedIn q -> lies(date(Facet.PUBLISHED, row), q.range());
      case Query.ArrivedIn q -> throw new IllegalArgumentException("arrivals are not listed");
      case Query.SaidIn q -> lies(date(Facet.SAID, row), q.range());
      case Query.MinConfidence q -> row.quotation().confidence() >= q.atLeast();
      case Query.InArticle q ->
          rowsOf(row.article())
              .filter(other -> kinds.contains(other.quotation().kind()))
              .anyMatch(other -> matches(q.query(), other, kinds));
      case Query.And q -> q.queries().stream().allMatch(part -> matches(part, row, kinds));
      case Query.Or q -> q.queries().stream().anyMatch(part -> matches(part, row, kinds));
      case Query.Not q -> !matches(q.query(), row, kinds);
    };
  }

  private static String exact(Property property, Row row) {
    return switch (property) {
      case ARTICLE -> row.article().id();
      case ID -> row.quotation().id();
    };
  }

  private static Form form(Query.Text text) {
    return text.target() instanceof OwnField field
            && RandomFields.TYPES.get(field) == FieldType.NAME
        ? Form.EXACT
        : text.form();
  }

  private Stream<Row> rowsOf(Article article) {
    return requireNonNull(entries.get(article.id())).quotations().stream()
        .map(q -> new Row(article, q));
  }

  private static List<String> texts(Target target, Row row) {
    return switch (target) {
      case OwnField field -> own(field, row).stream().map(FieldValue::text).toList();
      case Target.Standard standard -> texts(standard, row);
    };
  }

  private static List<String> texts(Target.Standard target, Row row) {
    return switch (target) {
      case QUOTE -> List.of(row.quotation().text());
      case SENTENCE -> List.of(sentence(row).in(row.article().text()));
      case TITLE -> List.of(row.article().title());
      case TEXT -> List.of(row.article().text());
      case SPEAKER -> known(Facet.SPEAKER, row);
      case ABOUT -> known(Facet.ABOUT, row);
      case OUTLET -> known(Facet.OUTLET, row);
      case SECTION -> known(Facet.SECTION, row);
      case AUTHOR -> known(Facet.AUTHOR, row);
      case LANGUAGE -> known(Facet.LANGUAGE, row);
      case CUE -> known(Facet.CUE, row);
      case TAG -> known(Facet.TAG, row);
      case DESCRIPTION -> row.quotation().speaker().description().stream().toList();
      case PRINTED ->
          row.quotation()
              .speaker()
              .printed()
              .map(List::of)
              .orElseGet(() -> known(Facet.SPEAKER, row));
    };
  }

  private static List<String> known(Facet facet, Row row) {
    return printed(facet, row).stream().filter(value -> !value.equals(Facet.UNKNOWN)).toList();
  }

  /** The sentence of a quotation: each begins with "Then", or with the second paragraph. */
  static Span sentence(Row row) {
    String text = row.article().text();
    int then = text.lastIndexOf("Then ", row.quotation().runs().getFirst().start());
    int next = text.indexOf(" Then ", row.quotation().runs().getLast().end());
    return new Span(Math.max(then, text.lastIndexOf('\n') + 1), next < 0 ? text.length() : next);
  }

  /** The characters of the quotation that the query matches; there must be no slop in it. */
  Set<Integer> inQuotation(Search search, Row row) {
    return places(search.query(), row, Target.QUOTE, search.kinds());
  }

  /** The characters of the article that the query matches; there must be no slop in it. */
  Set<Integer> inArticle(Search search, Row row) {
    List<Integer> ofQuotation = placesInArticle(row.quotation());
    Set<Integer> places = new TreeSet<>();
    inQuotation(search, row).stream()
        .map(ofQuotation::get)
        .filter(place -> place >= 0)
        .forEach(places::add);
    places(search.query(), row, Target.SENTENCE, search.kinds())
        .forEach(place -> places.add(sentence(row).start() + place));
    return places;
  }

  private Set<Integer> places(Query query, Row row, Target target, Set<QuotationKind> kinds) {
    Set<Integer> places = new TreeSet<>();
    if (!matches(query, row, kinds)) {
      return places;
    }
    switch (query) {
      case Query.Text q when q.target().equals(target) ->
          NaiveWords.places(q.pattern(), q.form(), texts(target, row).get(0))
              .forEach(span -> IntStream.range(span.start(), span.end()).forEach(places::add));
      case Query.And q ->
          q.queries().forEach(part -> places.addAll(places(part, row, target, kinds)));
      case Query.Or q ->
          q.queries().forEach(part -> places.addAll(places(part, row, target, kinds)));
      default -> {}
    }
    return places;
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
}
