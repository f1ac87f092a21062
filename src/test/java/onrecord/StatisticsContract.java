package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Strings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Citation;
import onrecord.query.CitationCheck;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Suggestions;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an engine must do when quotations are counted and compared. */
public abstract class StatisticsContract extends EngineContract {

  private static final Search ALL = Search.of(Query.all());

  private Archive archive;

  @BeforeEach
  void openTheArchive() throws IOException {
    archive = newArchive();
  }

  @AfterEach
  void closeTheArchive() throws IOException {
    archive.close();
  }

  @Nested
  class OfATimeline {

    @Test
    void weeksAreThoseOfIsoAlsoAtTheTurnOfAYear() throws IOException {
      add("a", "2020-12-31", "One");
      add("b", "2021-01-03", "Two");
      add("c", "2021-01-18", "Three");

      Timeline timeline = archive.statistics().timeline(ALL, TimelineRequest.of(TimeStep.WEEK));

      assertThat(timeline.parts())
          .extracting(Timeline.Part::name)
          .containsExactly("2020-W53", "2021-W01", "2021-W02", "2021-W03");
      assertThat(timeline.parts())
          .extracting(Timeline.Part::quotations)
          .containsExactly(2L, 0L, 0L, 1L);
      assertThat(timeline.parts().getFirst().first()).isEqualTo("2020-12-28");
    }

    @Test
    void theShareIsThatOfAllQuotationsOfTheTime() throws IOException {
      add("a", "2020-01-01", "The tax is high");
      add("b", "2020-01-02", "It is late");
      add("c", "2020-02-01", "It is dark");
      add("d", "2020-03-01", "No tax");

      Timeline timeline =
          archive
              .statistics()
              .timeline(Search.of(Query.words("tax")), TimelineRequest.of(TimeStep.MONTH));

      assertThat(timeline.parts()).extracting(Timeline.Part::share).containsExactly(0.5, 0.0, 1.0);
    }

    @Test
    void moreDaysThanAnybodyCanReadAreRefusedWithAWayOut() throws IOException {
      add("a", "0201-01-01", "A slip of the pen");
      add("b", "2020-01-01", "No slip");

      assertThatThrownBy(() -> archive.statistics().timeline(ALL, TimelineRequest.of(TimeStep.DAY)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("by DAY from 0201-01-01 to 2020-01-01")
          .hasMessageContaining("at most 100000")
          .hasMessageContaining("longer step");
      assertThat(archive.statistics().timeline(ALL, TimelineRequest.of(TimeStep.YEAR)).parts())
          .hasSize(1820);
    }

    @Test
    void wideTablesWithTooManyCellsAreRefusedWithAWayOut() throws IOException {
      List<String> authors = IntStream.range(0, 1001).mapToObj(i -> "Author " + i).toList();
      Article article = Article.builder("a", "It rains. ".repeat(200)).authors(authors).build();
      archive.add(
          article,
          IntStream.range(0, 1000)
              .mapToObj(i ->
                  Quotation.builder(article, List.of(new Span(i, i + 3)))
                      .speaker(Speaker.of("Speaker " + i, SpeakerType.PERSON))
                      .build())
              .toList());
      archive.refresh();
      Dimension speakers = new Dimension.Values(Facet.SPEAKER, 5000);
      Dimension byAuthor = new Dimension.Values(Facet.AUTHOR, 5000);

      assertThatThrownBy(
              () -> archive.statistics().pivot(ALL, CrossTableRequest.by(speakers, byAuthor)))
          .isInstanceOf(InvalidSearchException.class)
          .hasMessage(
              "a table in wide form can have at most 1000000 cells, but would have 1001000;"
                  + " request fewer values, longer periods or fewer dimensions");
      assertThat(
              archive
                  .statistics()
                  .pivot(ALL, CrossTableRequest.by(speakers, new Dimension.Values(Facet.AUTHOR, 2)))
                  .rows())
          .hasSize(1000)
          .allMatch(row -> row.cells().size() == 2 && row.total().quotations() == 1);
    }

    @Test
    void requestsThatCannotBeAnsweredAreRefused() {
      assertThatThrownBy(() -> TimelineRequest.by(Facet.OUTLET, TimeStep.DAY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("but was by outlet");
      assertThatThrownBy(() -> TimelineRequest.of(TimeStep.DAY).splitBy(Facet.SAID, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("but was by said");
      assertThatThrownBy(() -> TimelineRequest.of(TimeStep.DAY).splitBy(Facet.SPEAKER, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("0");
    }
  }

  @Nested
  class OfKeywords {

    @Test
    void theMeasureIsThatOfRaysonAndGarside() throws IOException {
      add("a", "2020-01-01", Strings.repeat("bridge ", 3) + Strings.repeat("toll ", 7));
      add("b", "2020-01-01", "bridge " + Strings.repeat("toll ", 29));

      Keywords keywords =
          archive
              .statistics()
              .keywords(Search.of(Query.article("a")), KeywordsRequest.againstAllOthers());

      // By hand: E1 = 10*4/40 = 1, E2 = 30*4/40 = 3, G2 = 2(3 ln 3 + ln (1/3)) = 4 ln 3.
      assertThat(keywords.keywords()).hasSize(1);
      Keywords.Keyword bridge = keywords.keywords().getFirst();
      assertThat(bridge.word()).isEqualTo("bridge");
      assertThat(bridge.count()).isEqualTo(3);
      assertThat(bridge.otherCount()).isEqualTo(1);
      assertThat(keywords.words()).isEqualTo(10);
      assertThat(keywords.otherWords()).isEqualTo(30);
      assertThat(bridge.g2()).isCloseTo(4 * Math.log(3), within(1e-12));
    }

    @Test
    void nothingIsSetApartFromNothing() throws IOException {
      add("a", "2020-01-01", "bridge bridge");

      Keywords keywords = archive.statistics().keywords(ALL, KeywordsRequest.againstAllOthers());

      assertThat(keywords.others()).isZero();
      assertThat(keywords.keywords()).isEmpty();
    }
  }

  @Nested
  class OfASample {

    @Test
    void eachQuotationHasTheSameChance() throws IOException {
      for (int i = 0; i < 5; i++) {
        add("a" + i, "2020-01-01", "One " + i, "Two " + i);
      }

      int[] drawn = new int[10];
      List<String> ids =
          archive.search(ALL).hits().stream().map(hit -> hit.quotation().id()).toList();
      for (int seed = 0; seed < 2000; seed++) {
        for (Hit hit : archive.statistics().sample(ALL, 3, seed).hits()) {
          drawn[ids.indexOf(hit.quotation().id())]++;
        }
      }

      // Each is expected 600 times; the standard deviation is about 20.
      assertThat(Arrays.stream(drawn).boxed()).allSatisfy(n -> assertThat(n).isBetween(500, 700));
      assertThat(IntStream.of(drawn).distinct().count()).isGreaterThan(1);
    }
  }

  @Nested
  class OfAConcordance {

    @Test
    void widthOfNoneShowsTheMatchAlone() throws IOException {
      add("a", "2020-01-01", "\u2014 the bridge, the old bridge!");

      Concordance concordance =
          archive
              .statistics()
              .concordance(
                  Search.of(Query.phrase("the old bridge")),
                  new ConcordanceRequest(0, ConcordanceOrder.LEFT, 10));
      Concordance wide =
          archive
              .statistics()
              .concordance(
                  Search.of(Query.phrase("old bridge")),
                  new ConcordanceRequest(3, ConcordanceOrder.LEFT, 10));

      assertThat(concordance.lines()).hasSize(1);
      Concordance.Line line = concordance.lines().getFirst();
      assertThat(List.of(line.left(), line.match(), line.right()))
          .containsExactly("", "the old bridge", "!");
      assertThat(wide.lines().getFirst().left()).isEqualTo("\u2014 the bridge, the");
    }
  }

  @Nested
  class OfVariants {

    @Test
    void shortenedLongerAndRepeatedFormsAreFoundWithTheirSimilarity() throws IOException {
      add("a", "2020-01-01", "We will never close the old harbour bridge");
      add("b", "2020-01-01", "we will NEVER close the old harbour bridge.");
      add("c", "2020-01-01", "never close the old harbour");
      add("d", "2020-01-01", "Hear me: we will never close the old harbour bridge, whatever comes");
      add("e", "2020-01-01", "the old harbour is dear to us");

      Variants variants = archive.statistics().variants("a#0", 0.9, 10).orElseThrow();

      assertThat(variants.shingles()).isEqualTo(6);
      assertThat(variants.variants())
          .extracting(variant -> variant.article().id())
          .containsExactly("b", "d", "c");
      assertThat(variants.variants())
          .extracting(Variants.Variant::similarity)
          .containsExactly(1.0, 0.6, 0.5);
      assertThat(variants.variants().get(1).containing()).isEqualTo(1.0);
      assertThat(variants.variants().get(2).contained()).isEqualTo(1.0);
    }

    @Test
    void whatStandsWhollyInTheOriginalIsFoundHoweverShort() throws IOException {
      add("a", "2020-01-01", "We will win this war together and never surrender.");
      add("b", "2020-01-01", "We will win this.");
      add("c", "2020-01-01", "win this war");
      add("d", "2020-01-01", "never surrender.");
      add("e", "2020-01-01", "Together");
      add("f", "2020-01-01", "surrender never");
      add("g", "2020-01-01", "We will win this time");
      add("h", "2020-01-01", "win this war now");

      assertThat(archive.statistics().variants("a#0", 1, 10).orElseThrow().variants())
          .extracting(variant -> variant.article().id(), Variants.Variant::contained)
          .containsExactly(tuple("b", 1.0), tuple("c", 1.0), tuple("d", 1.0), tuple("e", 1.0));
      assertThat(archive.statistics().variants("a#0", 0, 10).orElseThrow().variants())
          .extracting(variant -> variant.article().id())
          .contains("g")
          .doesNotContain("f", "h");
      for (String shortened : List.of("b", "c", "d", "e")) {
        assertThat(archive.statistics().variants(shortened + "#0", 1, 10).orElseThrow().variants())
            .filteredOn(variant -> variant.containing() == 1)
            .extracting(variant -> variant.article().id())
            .contains("a");
      }
    }

    @Test
    void oneWordOverAndOverIsComparedToo() throws IOException {
      add("a", "2020-01-01", "No, no, no, no, never");
      add("b", "2020-01-01", "No no no no");
      add("c", "2020-01-01", "No");

      assertThat(archive.statistics().variants("a#0", 1, 10).orElseThrow().variants())
          .extracting(variant -> variant.article().id())
          .containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void ofAShortQuotationAllWordsCount() throws IOException {
      add("a", "2020-01-01", "No way");
      add("b", "2020-01-01", "There is no way");
      add("c", "2020-01-01", "Way, no");

      assertThat(archive.statistics().variants("a#0", 0.5, 10).orElseThrow().variants())
          .extracting(variant -> variant.article().id())
          .containsExactly("b");
    }

    @Test
    void ofAQuotationThatIsNotThereThereAreNone() throws IOException {
      assertThat(archive.statistics().variants("a#0", 0.5, 10)).isEmpty();
      assertThatThrownBy(() -> archive.statistics().variants("a#0", 1.5, 10))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("minimum must be 0 to 1, but was 1.5");
    }
  }

  @Nested
  class OfSuggestions {

    @Test
    void anExactBeginningComesBeforeOneWithAnErrorHoweverOftenQuoted() throws IOException {
      addBy("Ann Harlow", "One", "Two", "Three");
      addBy("Bea Marlow", "Four");
      addBy("C\u00e9dric Marlin", "Five", "Six");

      Suggestions suggestions = archive.suggest("marl", ALL, 10);

      assertThat(suggestions.speakers())
          .extracting(Suggestions.Suggestion::speaker)
          .containsExactly("C\u00e9dric Marlin", "Bea Marlow", "Ann Harlow");
      assertThat(archive.suggest("CEDRC marlw", ALL, 10).found()).isZero();
      assertThat(archive.suggest("marlin ced", ALL, 10).found()).isEqualTo(1);
      assertThat(archive.suggest("", ALL, 10).speakers().getFirst().speaker())
          .isEqualTo("Ann Harlow");
    }

    @Test
    void moreWordsThanANameHasAreRefused() {
      assertThatThrownBy(() -> archive.suggest("a b c d e f g h i j k", ALL, 10))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("beginning of a name must have at most 10 words, but had 11");
    }

    @Test
    void aWordOfAnyLengthIsTaken() throws IOException {
      addBy("Ann Harlow", "One");

      assertThat(archive.suggest("\ud801\udc00".repeat(500), ALL, 10).found()).isZero();
      assertThat(archive.suggest("x".repeat(2_000), ALL, 10).found()).isZero();
    }
  }

  @Nested
  class OfACitation {

    @Test
    void additionsThatTheSearchDoesNotFindLeaveItTheSame() throws IOException {
      add("a", "2020-01-01", "One");
      Citation citation = archive.cite(Search.of(Query.words("one")));
      add("b", "2020-01-01", "Two");

      CitationCheck check = archive.check(citation);

      assertThat(check.matches()).isTrue();
      assertThat(check.differences())
          .extracting(CitationCheck.Difference::part)
          .containsExactly(
              CitationCheck.Part.SNAPSHOT,
              CitationCheck.Part.ARCHIVE_ARTICLES,
              CitationCheck.Part.ARCHIVE_QUOTATIONS,
              CitationCheck.Part.ARCHIVE_EXTRACTORS);
    }
  }

  @Test
  void anEmptyArchiveHasStatisticsToo() throws IOException {
    assertThat(archive.statistics().timeline(ALL, TimelineRequest.of(TimeStep.DAY)).parts())
        .isEmpty();
    assertThat(archive.statistics().keywords(ALL, KeywordsRequest.againstAllOthers()).keywords())
        .isEmpty();
    assertThat(archive.statistics().network(ALL, 1).edges()).isEmpty();
    assertThat(archive.statistics().sample(ALL, 1, 0).hits()).isEmpty();
    assertThat(
            archive
                .statistics()
                .concordance(ALL, ConcordanceRequest.by(ConcordanceOrder.DATE))
                .lines())
        .isEmpty();
    assertThat(archive.suggest("a", ALL, 1).speakers()).isEmpty();
    assertThat(archive.check(archive.cite(ALL)).matches()).isTrue();
  }

  private void add(String id, String day, String... quotations) throws IOException {
    add(id, day, Speaker.UNKNOWN, quotations);
  }

  private void addBy(String speaker, String... quotations) throws IOException {
    add(speaker, "2020-01-01", Speaker.of(speaker, SpeakerType.PERSON), quotations);
  }

  private void add(String id, String day, Speaker speaker, String... quotations)
      throws IOException {
    Article article =
        Article.builder(id, String.join("\n", quotations)).published(Published.parse(day)).build();
    List<Quotation> built = new ArrayList<>();
    int at = 0;
    for (String quotation : quotations) {
      built.add(
          Quotation.builder(article, List.of(new Span(at, at + quotation.length())))
              .speaker(speaker)
              .build());
      at += quotation.length() + 1;
    }
    archive.add(article, built);
    archive.commit();
  }
}
