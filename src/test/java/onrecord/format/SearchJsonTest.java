package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import onrecord.model.PartialDate;
import onrecord.query.CountedBy;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Scoring;
import onrecord.query.Search;
import onrecord.query.SearchLimits;
import onrecord.query.Selection;
import onrecord.query.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchJsonTest {

  private static final String SELECTION =
      "\"selection\":{\"query\":{\"type\":\"all\"},\"filters\":{},"
          + "\"kinds\":[\"DIRECT\",\"MIXED\"],\"distinct\":false}";

  private static final Search FULL =
      Search.builder(Query.parse("bridge speaker.party:greens"))
          .facet(FacetRequest.top(Facet.SPEAKER, 7).startingWith("a").orderedBy(CountedBy.ARTICLES))
          .facet(Facet.parse("article.country"))
          .facet(Facet.SAID)
          .facet(FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH, PartialDate.parse("2020")))
          .filter(Facet.OUTLET, "The Courier", "The Echo")
          .kinds(Selection.ALL_KINDS)
          .distinct(true)
          .sort(SortOrder.NEWEST)
          .scoring(
              Scoring.WORDS
                  .withRecency(LocalDate.of(2024, 6, 30), 30)
                  .withConfidence(0.5)
                  .withLength(2))
          .pageSize(3)
          .highlight(false)
          .context(2)
          .cursor("x")
          .partial(true)
          .limits(SearchLimits.DEFAULT.maxClauses(9).maxStates(99).time(Duration.ofMillis(1_500)))
          .build();

  @Test
  void searchIsReadBackEqual() {
    Search byField = Search.builder(FULL).sort(OwnField.ofSpeaker("age").descending()).build();
    assertThat(SearchJson.write(byField)).contains("\"sort\":\"speaker.age:desc\"");
    for (Search search : List.of(FULL, byField, Search.of(Query.all()))) {
      assertThat(SearchJson.read(SearchJson.write(search))).isEqualTo(search);
    }
    assertThat(SearchJson.write(FULL))
        .contains("\"context\":2")
        .contains("\"seconds\":1.5")
        .contains("{\"facet\":\"published\",\"level\":\"month\",\"within\":\"2020\"}");
  }

  @Test
  void whatIsOmittedHasItsDefault() {
    assertThat(SearchJson.read("{" + SELECTION + "}")).isEqualTo(Search.of(Query.all()));
    assertThat(
            SearchJson.read(
                "{" + SELECTION + ",\"facets\":[{\"facet\":\"speaker\"},{\"facet\":\"said\"}]}"))
        .isEqualTo(Search.builder(Query.all()).facet(Facet.SPEAKER).facet(Facet.SAID).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"facets\":[{\"facet\":\"colour\"}] | a facet must be one of",
        "\"facets\":[{\"facet\":\"speaker\",\"level\":\"day\"}] | facet in JSON has no \"level\"",
        "\"facets\":{} | \"facets\" of a search in JSON must be a list of objects",
        "\"sort\":\"best\" | \"sort\" of a search in JSON must be one of relevance, newest",
        "\"sort\":\"article.reach:down\" | speaker, confidence, or a field of the archive such as article.reach",
        "\"pageSize\":-1 | page size must be 0 to 10000",
        "\"pageSize\":1.5 | \"pageSize\" of a search in JSON must be a whole number",
        "\"scoring\":{\"confidence\":11} | weight of the confidence must be 0 to 10",
        "\"scoring\":{\"recency\":{\"day\":\"May\",\"halfLife\":3}} | must be a day such as 2024-06-30",
        "\"scoring\":{\"recency\":{\"day\":\"2024-05-01\"}} | \"halfLife\" of a recency in JSON must be",
        "\"limits\":{\"seconds\":0} | must be a number of seconds, at most 365 days",
        "\"highlight\":1 | must be true or false",
        "\"page\":1 | search in JSON has no \"page\""
      })
  void whatIsWrongIsNamed(String property, String message) {
    assertThatThrownBy(() -> SearchJson.read("{" + SELECTION + "," + property + "}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aSearchNeedsItsSelection() {
    assertThatThrownBy(() -> SearchJson.read("{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"selection\" of a search in JSON must be an object, but is missing");
  }
}
