package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onrecord.model.QuotationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  @Test
  void hasTheDocumentedDefaults() {
    assertThat(Search.of(Query.all()))
        .isEqualTo(
            new Search(
                new Selection(Query.all(), Map.of(), Selection.QUOTED, false),
                List.of(),
                SortOrder.RELEVANCE,
                Scoring.WORDS,
                10,
                true,
                OptionalInt.empty(),
                Optional.empty(),
                false,
                SearchLimits.DEFAULT));
  }

  @Test
  void accumulatesTheValuesOfOneFacet() {
    Search search =
        Search.builder(Query.all())
            .filter(Facet.OUTLET, "B")
            .filter(Facet.OUTLET, "A", "B")
            .build();

    assertThat(search.filters()).isEqualTo(Map.of(Facet.OUTLET, Set.of("A", "B")));
  }

  @Test
  void requestsTenValuesOrTheYearsOfAFacetByDefault() {
    Search search = Search.builder(Query.all()).facet(Facet.OUTLET).facet(Facet.SAID).build();

    assertThat(search.facets())
        .containsExactly(
            new FacetRequest.Labels(Facet.OUTLET, 10, "", CountedBy.QUOTATIONS),
            new FacetRequest.Dates(Facet.SAID, DateLevel.YEAR, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OUTLET|' '|must not be blank",
        "KIND|INDIRECTLY|DIRECT, MIXED, INDIRECT",
        "KIND|(unknown)|DIRECT, MIXED, INDIRECT",
        "SPEAKER_TYPE|people|PERSON, ORGANIZATION, UNNAMED, UNKNOWN",
        "PUBLISHED|last week|'last week'",
        "SAID|2020-13|'2020-13'"
      })
  void rejectsAFilterThatCannotMatch(Facet.Standard facet, String value, String reason) {
    Search.Builder search = Search.builder(Query.all()).filter(facet, value);

    assertThatThrownBy(search::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(facet.word())
        .hasMessageContaining(reason);
  }

  @Test
  void acceptsUnknownAsTheValueOfADate() {
    Search search = Search.builder(Query.all()).filter(Facet.SAID, Facet.UNKNOWN).build();

    assertThat(search.filters().get(Facet.SAID)).containsExactly("(unknown)");
  }

  @Test
  void rejectsAFilterWithoutValues() {
    Search.Builder search = Search.builder(Query.all()).filter(Facet.OUTLET);

    assertThatThrownBy(search::build).hasMessageContaining("outlet").hasMessageContaining("none");
  }

  @ParameterizedTest
  @CsvSource({"-1", "10001"})
  void rejectsAPageSizeOutOfBounds(int size) {
    Search.Builder search = Search.builder(Query.all()).pageSize(size);

    assertThatThrownBy(search::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 10000")
        .hasMessageContaining(String.valueOf(size));
  }

  @ParameterizedTest
  @CsvSource({"-1", "101"})
  void rejectsAContextOutOfBounds(int sentences) {
    Search.Builder search = Search.builder(Query.all()).context(sentences);

    assertThatThrownBy(search::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("context must be 0 to 100 sentences, but was " + sentences);
  }

  @Test
  void rejectsLimitsOutOfBounds() {
    SearchLimits limits = SearchLimits.DEFAULT;

    assertThatThrownBy(() -> limits.maxClauses(0)).hasMessageContaining("but was 0");
    assertThatThrownBy(() -> limits.maxClauses(1_000_001)).hasMessageContaining("1 to 1000000");
    assertThatThrownBy(() -> limits.maxStates(0)).hasMessageContaining("maxStates");
    assertThatThrownBy(() -> limits.time(Duration.ZERO)).hasMessageContaining("PT0S");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 10.5, Double.NaN})
  void rejectsWeightsOutOfBounds(double weight) {
    assertThatThrownBy(() -> Scoring.WORDS.withConfidence(weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight of the confidence must be 0 to 10, but was " + weight);
    assertThatThrownBy(() -> Scoring.WORDS.withLength(weight))
        .hasMessage("weight of the length must be 0 to 10, but was " + weight);
    assertThatThrownBy(() -> Scoring.WORDS.withRecency(LocalDate.EPOCH, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("half-life must be 1 day or more, but was 0");
  }

  @Test
  void rejectsDuplicateFacets() {
    Search.Builder search = Search.builder(Query.all()).facet(Facet.KIND).facet(Facet.KIND);

    assertThatThrownBy(search::build).hasMessageContaining("kind");
  }

  @Test
  void rejectsCountsThatAFacetDoesNotSupport() {
    assertThatThrownBy(() -> FacetRequest.top(Facet.SAID, 5)).hasMessageContaining("said");
    assertThatThrownBy(() -> FacetRequest.top(Facet.OUTLET, 0)).hasMessageContaining("0");
    assertThatThrownBy(() -> FacetRequest.by(Facet.OUTLET, DateLevel.DAY))
        .hasMessageContaining("outlet")
        .hasMessageContaining("DAY");
  }

  @Test
  void rejectsAFacetThatWasNotRequested() {
    SearchResult result =
        new SearchResult(
            Selection.of(Query.all()), 0, 0, 0, List.of(), List.of(), Optional.empty(), false);

    assertThatThrownBy(() -> result.facet(Facet.KIND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind");
  }

  @Test
  void nothingInAQueryIncludesIndirectQuotations() {
    Query indirect = Query.kind(QuotationKind.INDIRECT);
    List<Search.Builder> searches =
        List.of(
            Search.builder(indirect),
            Search.builder(Query.words("a").and(Query.inArticle(indirect).not())),
            Search.builder(Query.words("a").or(indirect.not())),
            Search.builder(Query.parse("in_article:\"kind:indirect\"")),
            Search.builder(Query.all()).filter(Facet.KIND, "Indirect"));

    for (Search.Builder search : searches) {
      assertThatThrownBy(search::build)
          .isInstanceOf(InvalidSearchException.class)
          .hasMessageContaining("include them with Search.Builder.kinds");
      assertThat(search.kinds(Selection.ALL_KINDS).build().kinds()).isEqualTo(Selection.ALL_KINDS);
    }
    assertThat(Search.of(Query.kind(QuotationKind.MIXED)).kinds()).isEqualTo(Selection.QUOTED);
    assertThat(Search.of(Query.words("indirect")).kinds()).isEqualTo(Selection.QUOTED);
  }

  @Test
  void aQueryCannotNameAKindThatIsNotIncluded() {
    Search.Builder reported =
        Search.builder(Query.kind(QuotationKind.MIXED)).kinds(List.of(QuotationKind.INDIRECT));

    assertThatThrownBy(reported::build)
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageStartingWith(
            "mixed quotations are not included in this search, whose kinds are INDIRECT, but");
    assertThat(reported.kinds(List.of(QuotationKind.INDIRECT, QuotationKind.MIXED)).build().kinds())
        .containsExactly(QuotationKind.MIXED, QuotationKind.INDIRECT);
  }

  @Test
  void aSearchIncludesAtLeastOneKind() {
    assertThatThrownBy(() -> Search.builder(Query.all()).kinds(List.of()).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a search must include at least one kind of quotations, but had none");
  }

  @Test
  void aSelectionIsWhatASearchOfItSelects() {
    Selection selection =
        new Selection(
            Query.words("a"), Map.of(Facet.OUTLET, Set.of("B")), Selection.ALL_KINDS, true);

    assertThat(Search.builder(selection).build().selection()).isEqualTo(selection);
    assertThat(selection.instead(Query.all()))
        .isEqualTo(new Selection(Query.all(), Map.of(), Selection.ALL_KINDS, true));
  }

  @Test
  void constantsAreTheSameInAnyCase() {
    assertThat(Search.builder(Query.all()).filter(Facet.KIND, "direct", "MIXED").build())
        .isEqualTo(Search.builder(Query.all()).filter(Facet.KIND, "DIRECT", "mixed").build());
    assertThat(Query.named(Facet.SPEAKER_TYPE, "person"))
        .isEqualTo(Query.named(Facet.SPEAKER_TYPE, "PERSON"));
  }
}
