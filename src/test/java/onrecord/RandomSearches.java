package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.FieldType;
import onrecord.model.QuotationKind;
import onrecord.model.Speaker;
import onrecord.query.CountedBy;
import onrecord.query.DateLevel;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.InvalidSearchException;
import onrecord.query.Order;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.query.SortOrder;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.ValueRange;

/** Searches over {@link RandomArticles}. */
final class RandomSearches {

  private static final List<Target> TEXTS =
      List.of(Target.QUOTE, Target.QUOTE, Target.QUOTE, Target.SENTENCE, Target.TITLE, Target.TEXT);

  private final Random random;
  private final RandomArticles articles;
  private final List<OwnField> own;

  RandomSearches(Random random) {
    this(random, List.of());
  }

  /** Searches that also name fields of the owner of the archive. */
  RandomSearches(Random random, List<OwnField> own) {
    this.random = random;
    this.articles = new RandomArticles(random);
    this.own = own;
  }

  /** The facets that an archive with the fields has. */
  List<Facet> facets() {
    return Stream.concat(Stream.of(Facet.values()), RandomFields.counted(own)).toList();
  }

  /** The facets by whose periods quotations are counted. */
  List<Facet> dates() {
    return facets().stream().filter(facet -> facet.isDate() || isDay(facet)).toList();
  }

  private static boolean isDay(Facet facet) {
    return facet instanceof OwnField field && RandomFields.TYPES.get(field) == FieldType.DAY;
  }

  private List<Target> targets() {
    return Stream.concat(
            Stream.of(Target.values()),
            own.stream()
                .filter(field ->
                    RandomFields.TYPES.get(field) == FieldType.TEXT
                        || RandomFields.TYPES.get(field) == FieldType.NAME))
        .toList();
  }

  Search next() {
    return next(false);
  }

  private static final List<Set<QuotationKind>> KINDS =
      List.of(
          Selection.QUOTED,
          Selection.QUOTED,
          Selection.ALL_KINDS,
          Selection.ALL_KINDS,
          Set.of(QuotationKind.INDIRECT),
          Set.of(QuotationKind.DIRECT, QuotationKind.INDIRECT));

  /** A search that may combine quotations with the same words. */
  Search nextForStatistics() {
    return next(random.nextInt(3) == 0);
  }

  private Search next(boolean distinct) {
    Search.Builder search =
        Search.builder(query(3))
            .sort(order())
            .pageSize(some(List.of(0, 1, 5, 1000)))
            .highlight(random.nextBoolean())
            .distinct(distinct)
            .kinds(some(KINDS));
    for (Facet facet : facets()) {
      if (random.nextInt(3) == 0) {
        search.facet(request(facet));
      }
      if (random.nextInt(12) == 0) {
        IntStream.rangeClosed(0, random.nextInt(3))
            .forEach(i -> search.filter(facet, value(facet)));
      }
    }
    try {
      return search.build();
    } catch (InvalidSearchException e) {
      assertThat(e)
          .hasMessageContaining(" quotations are not included in this search, whose kinds are ");
      return search.kinds(Selection.ALL_KINDS).build();
    }
  }

  private Order order() {
    List<OwnField> sorted = RandomFields.counted(own).toList();
    if (sorted.isEmpty() || random.nextBoolean()) {
      return some(List.of(SortOrder.values()));
    }
    OwnField field = some(sorted);
    return random.nextBoolean() ? field.ascending() : field.descending();
  }

  private FacetRequest request(Facet facet) {
    if (!facet.isDate() && !(isDay(facet) && random.nextBoolean())) {
      return FacetRequest.top(facet, 1 + random.nextInt(5))
          .startingWith(some(List.of("", "", "a", "\u00e9", "e\u0301c", "B", "the ", "0.")))
          .orderedBy(some(List.of(CountedBy.values())));
    }
    DateLevel level = some(List.of(DateLevel.values()));
    return random.nextBoolean()
        ? FacetRequest.by(facet, level)
        : FacetRequest.by(facet, level, articles.partialDate());
  }

  private String value(Facet facet) {
    if (facet.closedValues().isPresent()) {
      return some(facet.closedValues().get());
    }
    if (random.nextInt(4) == 0) {
      return Facet.UNKNOWN;
    }
    if (facet instanceof OwnField field) {
      return ownValue(field);
    }
    return facet.isDate()
        ? articles.partialDate().toString()
        : inAnyCase(some(names((Facet.Standard) facet)));
  }

  private String inAnyCase(String name) {
    return switch (random.nextInt(4)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> Normalizer.normalize(name, Normalizer.Form.NFD);
      default -> name;
    };
  }

  private String ownValue(OwnField field) {
    return switch (RandomFields.TYPES.get(field)) {
      case NAME -> inAnyCase(some(RandomFields.NAMES));
      case NUMBER -> String.valueOf(some(RandomFields.NUMBERS));
      case DAY -> articles.partialDate().toString();
      case TEXT -> some(some(RandomArticles.WORDS));
    };
  }

  private Query ranged() {
    List<OwnField> ranged =
        own.stream()
            .filter(field ->
                RandomFields.TYPES.get(field) == FieldType.NUMBER
                    || RandomFields.TYPES.get(field) == FieldType.DAY)
            .toList();
    if (ranged.isEmpty()) {
      return Query.all();
    }
    OwnField field = some(ranged);
    return field.in(new ValueRange(bound(field), bound(field)));
  }

  private Optional<ValueRange.Bound> bound(OwnField field) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(new ValueRange.Bound(ownValue(field), random.nextBoolean()));
  }

  private static List<String> names(Facet.Standard facet) {
    return switch (facet) {
      case SPEAKER_ID -> RandomArticles.SPEAKERS.stream().flatMap(s -> s.id().stream()).toList();
      case SPEAKER -> RandomArticles.SPEAKERS.stream().map(Speaker::name).toList();
      case ABOUT -> RandomArticles.NAMED;
      case OUTLET -> RandomArticles.OUTLETS;
      case SECTION -> RandomArticles.SECTIONS;
      case AUTHOR -> RandomArticles.AUTHORS;
      case LANGUAGE -> RandomArticles.LANGUAGES;
      case TAG -> List.of("tax", "Tax", "old bridge");
      case CUE -> List.of("said", "Q7");
      case RULE -> List.of("cue before", "given", "none");
      case SPEAKER_TYPE, KIND, PUBLISHED, SAID, CONFIDENCE ->
          throw new IllegalArgumentException("values of " + facet + " are no names");
    };
  }

  Query query(int depth) {
    return switch (random.nextInt(depth > 0 ? 20 : 11)) {
      case 0 -> Query.all();
      case 1, 2, 3, 4, 5 -> text();
      case 6, 7 -> random.nextInt(4) == 0 ? ranged() : named(some(facets()));
      case 8 -> random.nextBoolean() ? Query.published(range()) : Query.said(range());
      case 9 -> exactly();
      case 10 -> Query.confidence(random.nextInt(11) / 10.0);
      case 11, 12, 13, 14 -> new Query.And(queries(depth));
      case 15 -> new Query.Or(queries(depth));
      case 16, 17 -> Query.inArticle(query(depth - 1));
      default -> query(depth - 1).not();
    };
  }

  private Query exactly() {
    String article = "a" + random.nextInt(RandomArticles.IDS);
    List<Query> several =
        IntStream.range(0, 20).mapToObj(i -> Query.quotation(article + "#" + i)).toList();
    return some(
        List.of(
            Query.article(article),
            Query.rule("cue before"),
            Query.anyOf(several),
            new Query.Or(List.of(several.getFirst(), Query.rule("none"), Query.all()))));
  }

  private Query named(Facet facet) {
    return Query.named(facet, facet.isDate() ? Facet.UNKNOWN : value(facet));
  }

  private Query text() {
    Target target = some(random.nextInt(3) > 0 ? TEXTS : targets());
    RandomPatterns patterns = new RandomPatterns(random);
    TextPattern pattern = patterns.next(target);
    return new Query.Text(
        target, RandomPatterns.available(target, patterns.form(pattern)), pattern);
  }

  private List<Query> queries(int depth) {
    return IntStream.rangeClosed(0, 1 + random.nextInt(2)).mapToObj(i -> query(depth - 1)).toList();
  }

  private DateRange range() {
    var a = articles.partialDate();
    var b = articles.partialDate();
    return switch (random.nextInt(4)) {
      case 0 -> DateRange.of(a);
      case 1 -> DateRange.from(a);
      case 2 -> DateRange.to(a);
      default -> b.last().isBefore(a.first()) ? DateRange.between(b, a) : DateRange.between(a, b);
    };
  }

  private <T> T some(List<T> list) {
    return articles.some(list);
  }
}
