package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimitException.Limit;
import onrecord.query.SearchLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search may cost. */
class SearchLimitsTest {

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
  void moreWordsAreTakenWhenTold() throws IOException {
    Query query = Query.anyWord(words(3_000));

    assertThatThrownBy(() -> total(query, SearchLimits.DEFAULT))
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("at most 1024 are taken; SearchLimits.maxClauses raises this")
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
                .hasMessageContaining("at most 10 are taken"));
  }

  @Test
  void filtersCountToo() {
    Search.Builder search = Search.builder(Query.all());
    IntStream.rangeClosed(1, 2_000)
        .forEach(year -> search.filter(Facet.SAID, "%04d".formatted(year)));

    assertThatThrownBy(() -> archive.search(search.build()))
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("query and filters have too many words or parts");
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
    assertThatThrownBy(() -> total(Query.regex("(a"), SearchLimits.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .isNotInstanceOf(SearchLimitException.class)
        .hasMessageContaining("regular expression '(a' cannot be read");
  }

  @Test
  void queriesTooDeepWithinOneAnotherAreRefused() {
    Query query = Query.published(DateRange.parse("2020"));
    for (int i = 0; i < 200; i++) {
      query = query.not();
    }
    Query deep = query;

    assertThatThrownBy(() -> total(deep, SearchLimits.DEFAULT))
        .isInstanceOf(SearchLimitException.class)
        .hasMessageContaining("more than 200 deep")
        .extracting(e -> ((SearchLimitException) e).limit())
        .isEqualTo(Limit.DEPTH);
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
  }

  private long total(Query query, SearchLimits limits) throws IOException {
    return archive.search(Search.builder(query).limits(limits).build()).total();
  }
}
