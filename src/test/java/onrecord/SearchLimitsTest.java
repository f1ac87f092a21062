package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.engine.Statistics;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.CollocatesRequest;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.CorpusParts;
import onrecord.query.CrossTableRequest;
import onrecord.query.DateLevel;
import onrecord.query.DateRange;
import onrecord.query.Dimension;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.KeywordsRequest;
import onrecord.query.Metric;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimitException.Limit;
import onrecord.query.SearchLimits;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import onrecord.query.Target;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import onrecord.query.WordListRequest;
import onrecord.query.WordingsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search may cost. */
class SearchLimitsTest {

  private static final String SPOKEN =
      """
      The bridge at the mill

      "The bridge will be open by May," said Ada Holm, the mayor.

      "Nobody needs it," Ben Tarn told Ada Holm.
      """;

  private static final CrossTableRequest BY_SPEAKER_AND_OUTLET =
      CrossTableRequest.by(
              new Dimension.Values(Facet.SPEAKER, 3), new Dimension.Values(Facet.OUTLET, 3))
          .with(Metric.WORDS);

  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.inMemory();
    Article article = Article.builder("a", "A bridge, word7 and no more.").build();
    archive.add(article, List.of(Quotation.builder(article, List.of(new Span(0, 28))).build()));
    archive.commit();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Test
  void timeIsAtMostAYear() throws IOException {
    SearchLimits year = SearchLimits.DEFAULT.time(SearchLimits.MAX_TIME);

    assertThat(total(Query.words("bridge"), year)).isEqualTo(1);
    for (Duration longer :
        List.of(Duration.ofDays(365 * 300), Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> SearchLimits.DEFAULT.time(longer))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("time must be at most 365 days, but was " + longer);
    }
  }

  @Test
  void statesAreAtMostAMillion() {
    assertThat(SearchLimits.DEFAULT.maxStates(1_000_000).maxStates()).isEqualTo(1_000_000);
    assertThatThrownBy(() -> SearchLimits.DEFAULT.maxStates(1_000_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxStates must be 1 to 1000000, but was 1000001");
  }

  @Test
  void timeIsLookedAtWhileAnAutomatonIsBuilt() {
    SearchLimits limits = SearchLimits.DEFAULT.maxStates(1_000_000).time(Duration.ofMillis(50));

    for (String pattern : List.of("(.*a){20}.{20}", ".*a.{30}", "(a|b|ab)*.{500}[ab].{500}")) {
      assertThatThrownBy(() -> total(Query.regex(pattern), limits))
          .isInstanceOf(SearchLimitException.class)
          .extracting(e -> ((SearchLimitException) e).limit())
          .isEqualTo(Limit.TIME);
    }
  }

  @Test
  void moreWordsAreTakenWhenTold() throws IOException {
    Query query = Query.anyWord(words(3_000));

    assertThatThrownBy(() -> total(query, SearchLimits.DEFAULT))
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("at most 1024 words and clauses; SearchLimits.maxClauses raises this")
        .extracting(e -> ((SearchLimitException) e).limit())
        .isEqualTo(Limit.CLAUSES);
    assertThat(total(query, SearchLimits.DEFAULT.maxClauses(4_000))).isEqualTo(1);
  }

  @Test
  void wordsOfEveryPatternAndPartsOfEveryJoinCount() {
    SearchLimits ten = SearchLimits.DEFAULT.maxClauses(10);
    Query nine = Query.words(words(9));

    List.of(
            Query.words(words(11)),
            Query.phrase(words(11)),
            Query.near(words(11), 3),
            Query.inArticle(Query.words(words(11))),
            nine.and(nine),
            nine.or(Query.prefix("a")).not(),
            Query.allOf(IntStream.range(0, 11).mapToObj(i -> Query.all()).toList()))
        .forEach(query ->
            assertThatThrownBy(() -> total(query, ten))
                .as(query.toString())
                .isInstanceOf(SearchLimitException.class)
                .hasMessageContaining("at most 10 words and clauses"));
  }

  @Test
  void filtersCountToo() {
    Search.Builder search = Search.builder(Query.all());
    IntStream.rangeClosed(1, 2_000)
        .forEach(year -> search.filter(Facet.SAID, "%04d".formatted(year)));

    assertThatThrownBy(() -> archive.search(search.build()))
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("query and filters must have at most 1024 words and clauses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1,100}){1,100}){1,100}",
        "(a{1000000000})",
        "(.*a){20}.{20}",
        "(a|b|ab)*.{500}[ab].{500}"
      })
  void regularExpressionThatExplodesIsRefused(String pattern) {
    assertThatThrownBy(() -> total(Query.regex(pattern), SearchLimits.DEFAULT))
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("pattern '" + pattern + "' needs an automaton of more than 10000")
        .hasMessageContaining("SearchLimits.maxStates raises this")
        .extracting(e -> ((SearchLimitException) e).limit())
        .isEqualTo(Limit.STATES);
  }

  @Test
  void wildcardThatExplodesIsRefused() {
    Query query = Query.wildcard("*a" + "?".repeat(30) + "*");

    assertThatThrownBy(() -> total(query, SearchLimits.DEFAULT))
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("more than 10000 states");
  }

  @Test
  void largerPatternsAreTakenWhenTold() throws IOException {
    Query query = Query.regex("w[a-z0-9]{0,200}");

    assertThatThrownBy(() -> total(query, SearchLimits.DEFAULT.maxStates(100)))
        .isInstanceOf(SearchLimitException.class);
    assertThat(total(query, SearchLimits.DEFAULT)).isEqualTo(1);
  }

  @Test
  void wordsThatAreTooLongForAPatternAreRefused() {
    assertThatThrownBy(() -> Query.regex("a".repeat(1_001))).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> Query.prefix("a".repeat(1_001))).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> Query.fuzzy("a".repeat(1_001), 1)).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> Query.phrase("a b", 10_001)).hasMessageContaining("0 to 10000");
  }

  @Test
  void expressionThatIsNoneIsToldAsSuch() {
    assertThatThrownBy(() -> Query.regex("(a"))
        .isInstanceOf(IllegalArgumentException.class)
        .isNotInstanceOf(SearchLimitException.class)
        .hasMessageContaining("regular expression '(a' is not valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tax-*",
        "a_\u00a7*",
        "/old bridge/",
        "/old\\ b.*/",
        "/caf\u00c9/",
        "/caf(\u00e9|e\u0301)/",
        "/tax-.+/",
        "/old\\sbridge/",
        "/caf[\u00e9\u00e8]/",
        "/()/",
        "/\"a b\"/"
      })
  void patternThatHoldsWhatNoWordHoldsIsRefused(String pattern) {
    assertThatThrownBy(() -> total(Query.parse(pattern), SearchLimits.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a pattern must be one word, but")
        .hasMessageContaining("in plain letters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "caf\u00e9*",
        "u.s*",
        "it's*",
        "1,0*",
        "/1\\.5?/",
        "/It's?/",
        "/[\u00e9x-z]+/",
        "/co-?operate/",
        "/(BR|br)idge@?/",
        "/old[^a-z]bridge/",
        "/\u0130?istanbul/",
        "/(istanbul|\u0130zmir)/",
        "/i?zmir|\u0130zmir/",
        "\u05e6\u05d4\\\"\u05dc*",
        "\ud83c\udde9\ud83c\uddea*",
        "/\ud83c\udde9\ud83c\uddea/"
      })
  void patternThatAWordCouldMatchIsTaken(String pattern) throws IOException {
    assertThat(total(Query.parse(pattern), SearchLimits.DEFAULT)).isNotNegative();
  }

  @ParameterizedTest
  @ValueSource(strings = {"old br*", "tax\\-ex*", "?n the", "wor d~1"})
  void patternOfMoreThanAWordIsRefused(String pattern) {
    Query query =
        pattern.endsWith("~1")
            ? Query.fuzzy(pattern.substring(0, pattern.length() - 2), 1)
            : Query.wildcard(pattern);

    assertThatThrownBy(() -> total(query, SearchLimits.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a pattern must be one word, but")
        .hasMessageContaining("phrase");
  }

  @ParameterizedTest
  @ValueSource(strings = {"brid*", "*ridge", "b?idge", "3.*", "*'s", "w*7", "**"})
  void patternOfAWordIsTaken(String pattern) throws IOException {
    assertThat(total(Query.wildcard(pattern), SearchLimits.DEFAULT)).isIn(0L, 1L);
  }

  @Test
  void queriesTooDeepWithinOneAnotherAreRefused() {
    Query query = Query.published(DateRange.parse("2020"));
    for (int i = 1; i < 50; i++) {
      query = query.not();
    }
    Query deep = query;

    assertThat(Query.parse(deep.toString())).isEqualTo(deep);
    assertThatThrownBy(deep::not)
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("more than 50 deep")
        .extracting(e -> ((SearchLimitException) e).limit())
        .isEqualTo(Limit.DEPTH);
  }

  /** A statistic of what a search finds. */
  @FunctionalInterface
  private interface Statistic {
    Object of(Archive archive, Search search) throws IOException;
  }

  static List<Named<Statistic>> statistics() {
    return List.of(
        Named.of(
            "timeline",
            (archive, search) ->
                archive
                    .statistics()
                    .timeline(
                        search, TimelineRequest.of(TimeStep.MONTH).splitBy(Facet.SPEAKER, 3))),
        Named.of(
            "table",
            (archive, search) -> archive.statistics().table(search, BY_SPEAKER_AND_OUTLET)),
        Named.of(
            "pivot",
            (archive, search) -> archive.statistics().pivot(search, BY_SPEAKER_AND_OUTLET)),
        Named.of(
            "keywords",
            (archive, search) ->
                archive.statistics().keywords(search, KeywordsRequest.againstAllOthers())),
        Named.of(
            "words",
            (archive, search) -> archive.statistics().words(search, WordListRequest.of(2))),
        Named.of(
            "collocates",
            (archive, search) ->
                archive.statistics().collocates(search, CollocatesRequest.of(search.query()))),
        Named.of(
            "dispersion",
            (archive, search) ->
                archive
                    .statistics()
                    .dispersion(
                        search, new DispersionRequest(search.query(), new CorpusParts.Articles()))),
        Named.of("network", (archive, search) -> archive.statistics().network(search, 10)),
        Named.of("sample", (archive, search) -> archive.statistics().sample(search, 10, 7)),
        Named.of(
            "concordance",
            (archive, search) ->
                archive
                    .statistics()
                    .concordance(search, ConcordanceRequest.by(ConcordanceOrder.LEFT))),
        Named.of(
            "wordings",
            (archive, search) -> archive.statistics().wordings(search, WordingsRequest.repeated())),
        Named.of("hints", (archive, search) -> archive.statistics().hints(search)),
        Named.of("suggestions", (archive, search) -> archive.suggest("hol", search, 10)),
        Named.of("citation", (archive, search) -> archive.cite(search)));
  }

  @Test
  void everyStatisticOfASearchIsAmongThoseWhoseTimeEnds() {
    List<String> ofASearch =
        Arrays.stream(Statistics.class.getMethods())
            .filter(method -> List.of(method.getParameterTypes()).contains(Search.class))
            .map(Method::getName)
            .toList();

    assertThat(ofASearch).isNotEmpty();
    assertThat(statistics()).extracting(Named::getName).containsAll(ofASearch);
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void statisticIsWholeOrEndsWhenItsTimeIsOver(Statistic statistic) throws IOException {
    try (Archive timed = timed()) {
      Query query = Query.regex("bridge|mill").in(Target.TEXT).or(Query.words("bridge"));
      Object whole = statistic.of(timed, Search.of(query));

      int ended = 0;
      Object result = null;
      while (result == null) {
        SearchLimits limits = SearchLimits.DEFAULT.time(Duration.ofMillis(ended + 1));
        try {
          result = statistic.of(timed, Search.builder(query).limits(limits).build());
        } catch (SearchLimitException e) {
          assertThat(e.limit()).isEqualTo(Limit.TIME);
          assertThat(e).hasMessageEndingWith("SearchLimits.time raises this");
          ended++;
        }
      }

      assertThat(result).isEqualTo(whole);
      assertThat(ended).isPositive();
    }
  }

  static List<Named<Search>> searches() {
    Query query = Query.regex("bridge|need.*");
    return List.of(
        Named.of("hits", Search.of(query)),
        Named.of("by speaker", Search.builder(query).sort(SortOrder.SPEAKER).build()),
        Named.of("distinct", Search.builder(query).distinct(true).build()),
        Named.of(
            "facets",
            Search.builder(query)
                .facet(Facet.SPEAKER)
                .facet(FacetRequest.by(Facet.PUBLISHED, DateLevel.DAY))
                .facet(FacetRequest.top(Facet.SPEAKER, 5).startingWith("b"))
                .build()),
        Named.of(
            "filter",
            Search.builder(query).filter(Facet.SPEAKER, "Ada Holm").facet(Facet.SPEAKER).build()));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void searchIsWholeOrEndsWhenItsTimeIsOver(Search search) throws IOException {
    try (Archive timed = timed()) {
      SearchResult whole = timed.search(search);

      int ended = 0;
      SearchResult result = null;
      while (result == null) {
        try {
          result = timed.search(inTime(search, ended + 1, false));
        } catch (SearchLimitException e) {
          assertThat(e.limit()).isEqualTo(Limit.TIME);
          ended++;
        }
      }

      assertThat(result.partial()).isFalse();
      assertThat(result.quotations()).isEqualTo(whole.quotations());
      assertThat(result.articles()).isEqualTo(whole.articles());
      assertThat(result.facets()).isEqualTo(whole.facets());
      assertThat(result.hits()).isEqualTo(whole.hits());
      assertThat(ended).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void partialAnswerHasWhatWasFoundInTime(Search search) throws IOException {
    try (Archive timed = timed()) {
      SearchResult whole = timed.search(search);

      int parts = 0;
      SearchResult result = timed.search(inTime(search, 1, true));
      for (int millis = 2; result.partial(); millis++) {
        assertThat(result.quotations()).isLessThanOrEqualTo(whole.quotations());
        assertThat(result.hits()).hasSize((int) Math.min(search.pageSize(), result.total()));
        assertThat(result.cursor()).isEmpty();
        assertThat(result.facets().stream().map(FacetCounts::request)).isEqualTo(search.facets());
        for (FacetCounts facet : result.facets()) {
          // All that was found is counted, or nothing of it.
          assertThat(facet.counts().stream().mapToLong(FacetCount::quotations).sum())
              .isLessThanOrEqualTo(whole.facet(facet.request().facet()).quotations());
        }
        parts += result.quotations() > 0 && result.quotations() < whole.quotations() ? 1 : 0;
        result = timed.search(inTime(search, millis, true));
      }

      assertThat(parts).as("answers with a part of the hits").isPositive();
      assertThat(result.quotations()).isEqualTo(whole.quotations());
      assertThat(result.facets()).isEqualTo(whole.facets());
      assertThat(result.hits()).isEqualTo(whole.hits());
    }
  }

  private static Search inTime(Search search, int millis, boolean partial) {
    Search.Builder timed =
        Search.builder(search.query())
            .sort(search.sort())
            .distinct(search.distinct())
            .partial(partial)
            .limits(SearchLimits.DEFAULT.time(Duration.ofMillis(millis)));
    search.facets().forEach(timed::facet);
    search.filters().forEach(timed::filter);
    return timed.build();
  }

  /** An archive of several segments, where each look at the clock takes a millisecond. */
  private static Archive timed() throws IOException {
    AtomicLong nanos = new AtomicLong();
    Archive timed = Archive.inMemory(() -> nanos.addAndGet(1_000_000));
    for (int i = 0; i < 30; i++) {
      timed.add(
          Article.builder("a" + i, SPOKEN)
              .published(Published.parse("2024-05-%02d".formatted(1 + i)))
              .build());
      if (i % 10 == 0) {
        timed.commit();
      }
    }
    timed.commit();
    return timed;
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
  }

  private long total(Query query, SearchLimits limits) throws IOException {
    return archive.search(Search.builder(query).limits(limits).build()).total();
  }
}
