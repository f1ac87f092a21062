package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.engine.Engine;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.ArticleReference;
import onrecord.query.DateLevel;
import onrecord.query.Explanation;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Scoring;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.query.SortOrder;
import onrecord.query.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an engine must do when articles are added and searched. */
public abstract class SearchContract extends EngineContract {

  private static final Speaker MAYOR = Speaker.of("Ilse Varga", SpeakerType.PERSON);
  private static final Speaker SOURCE = Speaker.of("a harbour official", SpeakerType.UNNAMED);

  private Engine engine;
  private Archive archive;

  @BeforeEach
  void openTheArchive() throws IOException {
    engine = open();
    archive = on(engine);
  }

  @AfterEach
  void closeTheArchive() throws IOException {
    archive.close();
  }

  @Nested
  class WhenSearching {

    @Test
    void findsAPhraseByItsStemsWhateverCaseAndAccent() throws IOException {
      add(article("a", "“The cafés of the old bridges”, she said."), quotation(MAYOR, "“", "”"));

      assertThat(total(Query.phrase("CAFE of the old bridge"))).isEqualTo(1);
      assertThat(total(Query.phrase("old cafe"))).isZero();
      assertThat(total(Query.phrase("old cafe", 3))).isZero();
      assertThat(total(Query.phrase("cafe bridge", 3))).isEqualTo(1);
      assertThat(total(Query.phrase("cafe bridge", 2))).isZero();
    }

    @Test
    void highlightsThePhraseInTheQuotationAndInTheArticle() throws IOException {
      Article article = article("a", "“We shall open the”, she said, “old bridge again.”");
      Quotation quotation =
          Quotation.builder(article, List.of(new Span(1, 18), new Span(32, 49))).build();
      archive.add(article, List.of(quotation));
      archive.commit();

      Hit hit = search(Query.phrase("the old bridge")).hits().get(0);

      assertThat(texts(hit.highlights().inQuotation(), hit.quotation().text()))
          .containsExactly("the old bridge");
      assertThat(texts(hit.highlights().inArticle(), article.text()))
          .containsExactly("the", "old bridge");
    }

    @Test
    void neitherWordsNorAPhraseSpanTwoNames() throws IOException {
      Article article =
          Article.builder("a", "“Yes.”").authors(List.of("Bea Ink", "Al Quill")).build();
      add(article, quotation(MAYOR, "“", "”"));

      assertThat(total(Query.words("ink al").in(Target.AUTHOR))).isZero();
      assertThat(total(Query.words("ink bea").in(Target.AUTHOR))).isEqualTo(1);
      assertThat(total(Query.anyWord("ink al").in(Target.AUTHOR))).isEqualTo(1);
      assertThat(total(Query.phrase("bea ink").in(Target.AUTHOR))).isEqualTo(1);
      assertThat(total(Query.phrase("ink al").in(Target.AUTHOR))).isZero();
      assertThat(total(Query.near("ink al", 10_000).in(Target.AUTHOR))).isZero();
    }

    @Test
    void betterMatchComesFirst() throws IOException {
      add(
          article("a", "“A river runs to the sea past mills, farms and towns.” “River, river.”"),
          quotation(MAYOR, "“A", "."),
          quotation(MAYOR, "River, ", "r."));

      assertThat(search(Query.words("river")).hits())
          .extracting(hit -> hit.quotation().text())
          .first()
          .isEqualTo("River, river.");
    }

    @Test
    void siblingsOfAChosenValueStayVisible() throws IOException {
      addThreeOfTheMayorAndTwoOfTheSource();

      SearchResult result =
          archive.search(
              Search.builder(Query.all())
                  .filter(Facet.SPEAKER, SOURCE.name())
                  .facet(Facet.SPEAKER)
                  .facet(Facet.SPEAKER_TYPE)
                  .build());

      assertThat(result.total()).isEqualTo(2);
      assertThat(result.facet(Facet.SPEAKER).counts())
          .containsExactly(new FacetCount(MAYOR.name(), 3, 1), new FacetCount(SOURCE.name(), 2, 1));
      assertThat(result.facet(Facet.SPEAKER_TYPE).counts())
          .containsExactly(new FacetCount("UNNAMED", 2, 1));
    }

    @Test
    void whatIsNotKnownIsCountedAndCanBeChosen() throws IOException {
      add(article("a", "“Yes.”"), quotation(Speaker.UNKNOWN, "“", "”"));

      SearchResult result =
          archive.search(
              Search.builder(Query.outlet(Facet.UNKNOWN))
                  .filter(Facet.PUBLISHED, Facet.UNKNOWN)
                  .filter(Facet.SPEAKER, Speaker.UNKNOWN.name())
                  .facet(Facet.SECTION)
                  .facet(FacetRequest.by(Facet.SAID, DateLevel.MONTH))
                  .build());

      assertThat(result.total()).isEqualTo(1);
      assertThat(result.facets())
          .allSatisfy(facet ->
              assertThat(facet.counts()).containsExactly(new FacetCount("(unknown)", 1, 1)));
    }

    @Test
    void indirectQuotationsAreFoundOnRequest() throws IOException {
      Article article = article("a", "She said the bridge would open.");
      archive.add(
          article,
          List.of(
              Quotation.builder(article, List.of(new Span(9, 31)))
                  .kind(QuotationKind.INDIRECT)
                  .build()));
      archive.commit();

      assertThat(total(Query.all())).isZero();
      assertThat(
              archive
                  .search(Search.builder(Query.all()).kinds(Selection.ALL_KINDS).build())
                  .total())
          .isEqualTo(1);
      assertThat(archive.info().quotations()).isEqualTo(1);
      assertThat(archive.info().indirect()).isEqualTo(1);
    }

    @Test
    void queryWithTooManyClausesIsRefused() throws IOException {
      String words =
          IntStream.range(0, 100_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

      assertThatThrownBy(() -> total(Query.anyWord(words)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at most 1024");
    }

    @Test
    void quotationsAreFoundByTheirIdsAndByTheRule() throws IOException {
      addThreeOfTheMayorAndTwoOfTheSource();
      List<String> ids =
          search(Query.all()).hits().stream().map(hit -> hit.quotation().id()).toList();
      String rule = search(Query.all()).hits().getFirst().quotation().rule();

      assertThat(total(Query.parse("id:\"" + ids.getFirst() + "\""))).isEqualTo(1);
      assertThat(total(Query.anyOf(ids.stream().map(Query::quotation).toList()))).isEqualTo(5);
      assertThat(total(Query.quotation(ids.getFirst()).or(Query.words("two")))).isEqualTo(2);
      assertThat(total(Query.parse("rule:\"" + rule + "\""))).isEqualTo(5);
      assertThat(total(Query.rule("another"))).isZero();
      assertThat(total(Query.quotation("another"))).isZero();
      assertThat(
              total(
                  Query.anyOf(
                      IntStream.range(0, 100_000)
                          .mapToObj(i -> Query.quotation("a#" + i))
                          .toList())))
          .isEqualTo(5);
    }

    @Test
    void oneQuotationIsReadByItsIdWhateverItsKind() throws IOException {
      Article article = article("a", "She said the bridge would open.");
      Quotation quotation =
          Quotation.builder(article, List.of(new Span(9, 31))).kind(QuotationKind.INDIRECT).build();
      archive.add(article, List.of(quotation));
      archive.commit();

      Hit hit = archive.quotation(quotation.id()).orElseThrow();

      assertThat(hit.quotation()).isEqualTo(quotation);
      assertThat(hit.article()).isEqualTo(ArticleReference.of(article));
      assertThat(archive.quotation("a")).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherUntilTheLast() throws IOException {
      addThreeOfTheMayorAndTwoOfTheSource();
      Search search =
          Search.builder(Query.all())
              .facet(Facet.SPEAKER)
              .filter(Facet.KIND, "DIRECT")
              .sort(SortOrder.SPEAKER)
              .context(1)
              .highlight(false)
              .pageSize(2)
              .build();
      List<String> texts = new ArrayList<>();

      Optional<SearchResult> page = Optional.of(archive.search(search));
      while (page.isPresent()) {
        page.get().hits().forEach(hit -> texts.add(hit.quotation().text()));
        page = archive.nextPage(search, page.get());
      }

      assertThat(texts).containsExactly("Three.", "Four.", "One.", "Two.", "Five.");
      assertThat(Search.builder(search).build()).isEqualTo(search);
      assertThat(Search.builder(search).cursor("x").partial(true).distinct(true).build().cursor())
          .contains("x");
    }

    @Test
    void matchesAreMarkedInTheQuotationAndInItsContext() throws IOException {
      add(
          article("a", "No toll. “The toll is <gone>,” she said. More toll."),
          quotation(MAYOR, "“The", ">"));

      Hit hit =
          archive.search(Search.builder(Query.words("toll")).context(0).build()).hits().getFirst();

      assertThat(hit.markedQuotation().mark("*", "*")).isEqualTo("The *toll* is <gone>");
      assertThat(hit.markedContext().orElseThrow().html())
          .isEqualTo("“The <mark>toll</mark> is &lt;gone&gt;,” she said.");
      assertThat(search(Query.words("toll")).hits().getFirst().markedContext()).isEmpty();
    }

    @Test
    void hitHasAllOfItsArticleButTheText() throws IOException {
      Article article =
          Article.builder("a", "“Yes.”")
              .title("Yes")
              .published(LocalDate.of(2024, 5, 2))
              .outlet("The Courier")
              .section("World")
              .authors(List.of("B. Ink", "A. Quill"))
              .url("https://example.org/1")
              .language("en-GB")
              .tags(List.of("z", "a"))
              .build();
      add(article, quotation(MAYOR, "“", "”"));

      assertThat(search(Query.all()).hits().getFirst().article())
          .isEqualTo(ArticleReference.of(article));
    }

    @Test
    void emptyArchiveAnswersWithNothing() throws IOException {
      SearchResult result =
          archive.search(
              Search.builder(Query.all()).facet(Facet.SPEAKER).facet(Facet.SAID).build());

      assertThat(result.total()).isZero();
      assertThat(result.facet(Facet.SPEAKER).counts()).isEmpty();
      assertThat(result.facet(Facet.SAID).values()).isZero();
      assertThat(archive.info().articles()).isZero();
      assertThat(archive.info().firstPublished()).isEmpty();
    }
  }

  @Nested
  class WhenScoring {

    private static final String SHORT = "Toll!";
    private static final String LONG =
        "The toll on the old bridge is gone for good, and nobody here will ever miss it.";

    private void add(String id, String words, double confidence, LocalDate day) throws IOException {
      Article article = Article.builder(id, words).published(day).build();
      archive.add(
          article,
          List.of(
              Quotation.builder(article, List.of(new Span(0, words.length())))
                  .speaker(MAYOR)
                  .confidence(confidence)
                  .build()));
      archive.commit();
    }

    private List<String> ids(Scoring scoring) throws IOException {
      return archive
          .search(Search.builder(Query.words("toll")).scoring(scoring).build())
          .hits()
          .stream()
          .map(hit -> hit.article().id())
          .toList();
    }

    @Test
    void aShortQuotationIsNoBetterMatchThanALongerOneWithTheSameWord() throws IOException {
      add("b", SHORT, 1, LocalDate.of(2020, 1, 1));
      add("a", "The toll is gone.", 1, LocalDate.of(2020, 1, 1));
      add("c", LONG, 1, LocalDate.of(2020, 1, 1));

      SearchResult result = search(Query.words("toll"));

      assertThat(result.hits())
          .extracting(hit -> hit.article().id())
          .containsExactly("a", "b", "c");
      assertThat(result.hits().get(0).score()).isEqualTo(result.hits().get(1).score());
      assertThat(result.hits().get(1).score()).isGreaterThan(result.hits().get(2).score());
    }

    @Test
    void dayConfidenceAndLengthCountAsTheCallerWeighsThem() throws IOException {
      add("a", SHORT, 0.5, LocalDate.of(2020, 1, 1));
      add("b", SHORT, 0.9, LocalDate.of(2019, 1, 1));
      add("c", LONG, 0.2, LocalDate.of(2018, 1, 1));
      Article undated = Article.builder("d", SHORT).build();
      archive.add(
          undated,
          List.of(Quotation.builder(undated, List.of(new Span(0, SHORT.length()))).build()));
      archive.commit();

      assertThat(ids(Scoring.WORDS)).containsExactly("a", "b", "d", "c");
      assertThat(ids(Scoring.WORDS.withConfidence(1))).startsWith("b", "a");
      assertThat(ids(Scoring.WORDS.withLength(1))).startsWith("c");
      assertThat(ids(Scoring.WORDS.withRecency(LocalDate.of(2018, 1, 1), 300)))
          .containsExactly("c", "b", "a", "d");
      assertThat(ids(Scoring.WORDS.withRecency(LocalDate.of(2020, 2, 1), 30))).startsWith("a");
    }

    @Test
    void aHalfLifeHalvesTheScoreAndFilteringHasNone() throws IOException {
      add("a", SHORT, 1, LocalDate.of(2020, 1, 31));
      double full = search(Query.words("toll")).hits().getFirst().score();
      Scoring halved = Scoring.WORDS.withRecency(LocalDate.of(2020, 1, 1), 30);
      Search.Builder search = Search.builder(Query.words("toll")).scoring(halved);

      assertThat(archive.search(search.build()).hits().getFirst().score())
          .isCloseTo(full / 2, within(1e-6));
      assertThat(archive.search(search.sort(SortOrder.OLDEST).build()).hits().getFirst().score())
          .isCloseTo(full / 2, within(1e-6));
      assertThat(
              archive
                  .search(Search.builder(Query.all()).scoring(halved).build())
                  .hits()
                  .getFirst()
                  .score())
          .isZero();
    }

    @Test
    void pagesHaveTheSameScoring() throws IOException {
      add("a", SHORT, 0.5, LocalDate.of(2020, 1, 1));
      add("b", SHORT, 0.9, LocalDate.of(2019, 1, 1));
      Search search =
          Search.builder(Query.words("toll"))
              .scoring(Scoring.WORDS.withConfidence(2))
              .pageSize(1)
              .build();
      SearchResult first = archive.search(search);

      SearchResult second = archive.nextPage(search, first).orElseThrow();

      assertThat(first.hits().getFirst().article().id()).isEqualTo("b");
      assertThat(second.hits().getFirst().article().id()).isEqualTo("a");
      assertThatThrownBy(() ->
              archive.search(
                  Search.builder(search)
                      .scoring(Scoring.WORDS)
                      .cursor(first.cursor().orElseThrow())
                      .build()))
          .isInstanceOf(InvalidSearchException.class)
          .hasMessageContaining("cursor belongs to another search");
    }

    @Test
    void theScoreIsExplained() throws IOException {
      add("a", SHORT, 0.5, LocalDate.of(2020, 1, 1));
      Search search =
          Search.builder(Query.words("toll"))
              .scoring(
                  Scoring.WORDS
                      .withConfidence(1)
                      .withLength(0.5)
                      .withRecency(LocalDate.of(2020, 1, 1), 7))
              .build();
      Hit hit = archive.search(search).hits().getFirst();

      Explanation explanation = archive.explain(search, hit.quotation().id()).orElseThrow();

      assertThat(explanation.value()).isCloseTo(hit.score(), within(1e-6));
      assertThat(explanation.parts()).isNotEmpty();
      assertThat(explanation.toString())
          .contains("\n  ")
          .contains("0.5 = factor of the confidence, raised to the power of 1.0")
          .contains("factor of the length, raised to the power of 0.5")
          .contains("1.0 = factor of the day of publication, half of it 7 days from 2020-01-01");
      assertThat(archive.explain(search, "another")).isEmpty();
      assertThat(archive.explain(Search.of(Query.words("another")), hit.quotation().id()))
          .isEmpty();
    }
  }

  @Nested
  class WhenAdding {

    @Test
    void articleComesBackEqual() throws IOException {
      Article article =
          Article.builder("a#1", "Title\r\n\r\n“Yes”, 😀 \u0000 said.")
              .title("Title")
              .published(Published.parse("2020-11-22T18:30:05.000000001+01:00"))
              .outlet("The Courier")
              .section("World")
              .authors(List.of("B", "A", "B"))
              .url("https://example.org/1")
              .language("en-GB")
              .tags(List.of("z", "a"))
              .build();
      archive.add(article);
      archive.commit();

      assertThat(archive.article("a#1")).contains(article);
      assertThat(archive.article("a")).isEmpty();
    }

    @Test
    void secondArticleWithTheSameIdReplacesTheFirstWhole() throws IOException {
      add(
          article("a", "“One.” “Two.”"),
          quotation(MAYOR, "“One", "."),
          quotation(MAYOR, "“Two", "."));
      add(article("a", "“Three.”"), quotation(MAYOR, "“", "”"));

      assertThat(search(Query.all()).hits())
          .extracting(hit -> hit.quotation().text())
          .containsExactly("Three.");
      assertThat(archive.info().articles()).isEqualTo(1);
    }

    @Test
    void additionsAreVisibleAfterRefresh() throws IOException {
      Article article = article("a", "“Yes.”");
      archive.add(article, List.of(Quotation.builder(article, List.of(new Span(1, 5))).build()));
      assertThat(total(Query.all())).isZero();

      archive.refresh();

      assertThat(total(Query.all())).isEqualTo(1);
    }

    @Test
    void infoHasTheFirstAndTheLastDay() throws IOException {
      for (String day : List.of("2020-11-22", "2019-01-31", "2020-02-29")) {
        archive.add(Article.builder(day, "No quotation.").published(Published.parse(day)).build());
      }
      archive.commit();

      assertThat(archive.info().firstPublished()).contains(Published.parse("2019-01-31").day());
      assertThat(archive.info().lastPublished()).contains(Published.parse("2020-11-22").day());
      assertThat(archive.info().articles()).isEqualTo(3);
    }

    @Test
    void loneSurrogateCostsItselfOnly() throws IOException {
      add(article("a", "“One \ud83d river.” \udc00"), quotation(MAYOR, "“", "”"));

      Hit hit = search(Query.words("river")).hits().get(0);
      assertThat(hit.quotation().text()).isEqualTo("One \ufffd river.");
    }

    @Test
    void nameTooLongForTheIndexIsRefused() throws IOException {
      addThreeOfTheMayorAndTwoOfTheSource();
      Article tooLong = Article.builder("b", "Text.").outlet("ö".repeat(16_384)).build();

      assertThatThrownBy(() -> archive.add(tooLong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("outlet of article b must have at most 32766 bytes in UTF-8, but has 32768");
      archive.commit();
      assertThat(archive.info().articles()).isEqualTo(1);
    }

    @Test
    void quotationThatDoesNotFitTheTextIsRefused() throws IOException {
      Article shorter = article("a", "“No.”");
      Article longer = article("a", "“No.” “Not at all.”");
      Quotation last = Quotation.builder(longer, List.of(new Span(7, 18))).build();
      Quotation first = Quotation.builder(longer, List.of(new Span(1, 4))).build();

      assertThatThrownBy(() -> archive.add(shorter, List.of(last)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("quotation a#7 of article a")
          .hasMessageContaining("ends at 5");
      assertThatThrownBy(() -> archive.add(longer, List.of(first, first)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("quotation a#1 of article a has the same id");
      assertThatThrownBy(() -> archive.add(article("a", "“Da.”"), List.of(first)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a text other than its runs");
    }
  }

  @Test
  void closedArchiveRefusesAllWork() throws IOException {
    archive.close();
    archive.close();

    assertThatThrownBy(() -> total(Query.all())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> archive.add(article("a", "Text.")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("archive " + engine.name() + " is closed");
    assertThatThrownBy(archive::commit).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(archive::refresh).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(archive::info).isInstanceOf(IllegalStateException.class);
  }

  private void addThreeOfTheMayorAndTwoOfTheSource() throws IOException {
    add(
        article("a", "“One.” “Two.” “Three.” “Four.” “Five.”"),
        quotation(MAYOR, "“One", "."),
        quotation(MAYOR, "“Two", "."),
        quotation(SOURCE, "“Three", "."),
        quotation(SOURCE, "“Four", "."),
        quotation(MAYOR, "“Five", "."));
  }

  /** A quotation from its first word, which may follow a mark, to the next {@code end}. */
  private static Passage quotation(Speaker speaker, String start, String end) {
    return new Passage(speaker, start, end);
  }

  private record Passage(Speaker speaker, String start, String end) {
    Quotation in(Article article) {
      int first = article.text().indexOf(start) + (start.startsWith("“") ? 1 : 0);
      int last = article.text().indexOf(end, first) + (end.equals("”") ? 0 : end.length());
      return Quotation.builder(article, List.of(new Span(first, last))).speaker(speaker).build();
    }
  }

  private void add(Article article, Passage... passages) throws IOException {
    List<Quotation> quotations = new ArrayList<>();
    for (Passage passage : passages) {
      quotations.add(passage.in(article));
    }
    archive.add(article, quotations);
    archive.commit();
  }

  private static Article article(String id, String text) {
    return Article.builder(id, text).build();
  }

  private SearchResult search(Query query) throws IOException {
    return archive.search(Search.of(query));
  }

  private long total(Query query) throws IOException {
    return search(query).total();
  }

  private static List<String> texts(List<Span> spans, String text) {
    return spans.stream().map(span -> span.in(text)).toList();
  }
}
