package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

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
}
