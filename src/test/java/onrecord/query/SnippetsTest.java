package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of the documentation of this package. */
class SnippetsTest {

  @Test
  void query() {
    // @start region="query"
    Query query =
        Query.phrase("legal way")
            .and(Query.words("putin").in(Target.SPEAKER))
            .and(Query.published(DateRange.parse("2020-11..2020-12")))
            .and(Query.outlet("The Sun").not());
    // @end

    assertThat(query)
        .hasToString(
            "\"legal way\" AND speaker:putin AND published:[2020-11 TO 2020-12]"
                + " AND NOT outlet:\"The Sun\"");
  }

  @Test
  void parse() {
    // @start region="parse"
    Query query =
        Query.parse("speaker:putin \"legal way\"~3 published:[2020-11 TO 2020-12] -outlet:sun");
    // @end

    assertThat(query)
        .isEqualTo(
            Query.words("putin")
                .in(Target.SPEAKER)
                .and(Query.phrase("legal way", 3))
                .and(Query.published(DateRange.parse("2020-11..2020-12")))
                .and(Query.words("sun").in(Target.OUTLET).not()));
  }

  @Test
  void own() {
    // @start region="own"
    OwnField gender = OwnField.ofSpeaker("gender");
    OwnField reach = OwnField.ofArticle("reach");
    Search search =
        Search.builder(reach.in(ValueRange.atLeast(10_000)))
            .filter(gender, "female")
            .facet(gender)
            .build();
    // @end

    assertThat(search.query()).hasToString("article.reach:[10000 TO *]");
    assertThat(search.query()).isEqualTo(Query.parse("article.reach>=10000"));
    assertThat(reach.in(ValueRange.between(1, 2.5)))
        .isEqualTo(Query.parse("article.reach:[1 TO 2.5]"));
    assertThat(reach.in(ValueRange.atMost(-3))).isEqualTo(Query.parse("article.reach:[* TO -3]"));
    assertThat(reach.within(DateRange.parse("2020..2021")))
        .isEqualTo(Query.parse("article.reach:[2020 TO 2021]"));
    assertThat(search.filters()).containsOnlyKeys(gender);
  }

  @Test
  void tokens() {
    // @start region="tokens"
    TokenPattern pattern = TokenPattern.parse("[stem='go'] []{0,2} ('away' | 'home')");
    Query inTitle = Query.tokens("[stem='go'] []{0,2} ('away' | 'home')").in(Target.TITLE);
    // @end

    assertThat(inTitle)
        .isEqualTo(new Query.Text(Target.TITLE, Form.EXACT, new TextPattern.Tokens(pattern)))
        .hasToString("title.tokens:\"[stem='go'] []{0,2} ('away' | 'home')\"");
  }

  @Test
  void lenient() {
    // @start region="lenient"
    LenientQuery typed = Query.parseLenient("since 9/11 or \u201cold bridge\" (");

    Query query = typed.query();
    List<LenientQuery.Note> notes = typed.notes();
    // @end

    assertThat(query).hasToString("since AND (9\\/11 OR \"old bridge\")");
    assertThat(notes)
        .extracting(note -> note.treatment() + " " + note.text())
        .containsExactly("LITERAL 9/11", "OPERATOR or", "IGNORED (");
  }

  @Test
  void search() {
    // @start region="search"
    Search search =
        Search.builder(Query.words("budget"))
            .facet(Facet.SPEAKER)
            .facet(FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH))
            .filter(Facet.OUTLET, "The Courier", "The Echo")
            .sort(SortOrder.NEWEST)
            .build();
    // @end

    assertThat(search.facets())
        .containsExactly(
            FacetRequest.of(Facet.SPEAKER), FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH));
    assertThat(search.filters().get(Facet.OUTLET)).containsExactly("The Courier", "The Echo");
    assertThat(search.sort()).isEqualTo(SortOrder.NEWEST);
  }

  @Test
  void synonyms() {
    // @start region="synonyms"
    Synonyms synonyms = Synonyms.parse("car, automobile, motor car\npm => prime minister");
    Query query = synonyms.expand(Query.words("car tax")).query();
    // @end

    assertThat(query).isEqualTo(Query.parse("(car OR automobile OR \"motor car\") AND tax"));
  }

  @Test
  void scoring() {
    // @start region="scoring"
    Scoring recentAndSure =
        Scoring.WORDS.withRecency(LocalDate.parse("2024-06-30"), 30).withConfidence(1);
    Search search = Search.builder(Query.words("budget")).scoring(recentAndSure).build();
    // @end

    assertThat(search.scoring())
        .isEqualTo(
            new Scoring(Optional.of(new Scoring.Recency(LocalDate.of(2024, 6, 30), 30)), 1, 0));
  }
}
