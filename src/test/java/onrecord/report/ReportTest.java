package onrecord.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.engine.Engine;
import onrecord.engine.EngineSettings;
import onrecord.lucene.LuceneEngine;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.page.Style;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import onrecord.query.TimeStep;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as pages. */
class ReportTest {

  private static final Pattern CALIBRATION =
      Pattern.compile(
          "\\| confidence of a quotation \\|(.*)\\|\n.*\n\\| share with the right speaker \\|(.*)\\|");

  private static Document page(ReportRequest request) throws IOException {
    try (Archive archive = Pier.archive()) {
      return Jsoup.parse(Report.of(archive, request).html());
    }
  }

  private static ReportRequest request(Query query) {
    return ReportRequest.of(Search.of(query));
  }

  private static List<Document> pages() throws IOException {
    List<Document> pages = new ArrayList<>();
    pages.add(page(request(Query.all())));
    pages.add(page(request(Query.words("zeppelin"))));
    pages.add(page(request(Query.words("pier")).withAgainst(Query.words("rains"))));
    try (Archive hostile = Pier.ofScripts()) {
      pages.add(Jsoup.parse(Report.of(hostile, request(Query.words("script"))).html()));
    }
    return pages;
  }

  @Test
  void theReportStatesWhatWasAskedAndWhatWasFound() throws IOException {
    Document page =
        page(
            new ReportRequest(
                Search.builder(Query.words("pier"))
                    .filter(Facet.OUTLET, "Quay Post")
                    .filter(Facet.SPEAKER, "Ada Holm", "Bo Lind")
                    .build(),
                Optional.of("The pier & its owners"),
                Optional.empty(),
                Optional.empty(),
                10));

    assertThat(page.title()).isEqualTo("The pier & its owners");
    assertThat(page.select("h1").text()).isEqualTo("The pier & its owners");
    assertThat(page.select(".lead").text()).isEqualTo("2 quotations in 2 articles");
    assertThat(page.select("dl").first().text())
        .startsWith(
            "Query pier Speaker Ada Holm or Bo Lind Outlet Quay Post Kinds of quotations direct or"
                + " mixed The same words in several articles counted each time Archive 4"
                + " articles with 5 quotations, published 2024-05-01 to 2024-07-03 Snapshot ");
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "What was asked",
            "How sure it is",
            "When",
            "Who, and where",
            "Who speaks about whom",
            "Distinctive words",
            "Words in context",
            "Quotations");
    assertThat(page.select("figcaption").eachText())
        .contains("Most frequent speaker: Ada Holm, in 1 of 2 quotations");
    assertThat(page.select(".concordance tbody tr").eachText())
        .containsExactly(
            "Bo Lind sold the pier , and the pier leaks, Ada Holm 2024-05-01",
            "The pier is mine, Bo Lind 2024-07-02",
            "Lind sold the pier, and the pier leaks, Ada Holm 2024-05-01");
    assertThat(page.select(".hits li")).hasSize(2);
    assertThat(page.select(".hits mark").eachText()).contains("pier");
  }

  @Test
  void theCitationOfAReportCanBeChecked() throws IOException {
    try (Archive archive = Pier.archive()) {
      Report report = Report.of(archive, request(Query.words("pier")));

      assertThat(report.citation()).isEqualTo(archive.cite(Search.of(Query.words("pier"))));
      assertThat(Jsoup.parse(report.html()).select("pre").first().wholeText())
          .isEqualTo(report.citation().toString());
      assertThat(report).hasToString("Quotations: pier");
    }
  }

  @Test
  void howSureItIsStandsBesideTheNumbers() throws IOException {
    Document page = page(request(Query.all()));

    assertThat(page.select(".totals").text())
        .isEqualTo("Speaker known 80% Speaker unknown 20% Of the known, expected to be right 95%");
    assertThat(page.select("[aria-label=Known speakers by confidence] tr").eachText())
        .contains("0.9 and more 4 95%", "0.8 0 84%", "below 0.5 0 35%");
  }

  @Test
  void theCalibrationIsThatOfTheReadme() throws IOException {
    Matcher table = CALIBRATION.matcher(Files.readString(Path.of("README.md")));
    assertThat(table.find()).isTrue();

    assertThat(Calibration.BANDS.stream().map(Calibration.Band::name).toList())
        .isEqualTo(List.of(table.group(1).strip().split(" \\| ")));
    assertThat(Calibration.BANDS.stream().map(Calibration.Band::right).toList())
        .isEqualTo(
            List.of(table.group(2).strip().split(" \\| ")).stream().map(Double::valueOf).toList());
  }

  @Test
  void whereNothingIsFoundTheReportSaysWhatMatchesNothing() throws IOException {
    Document page = page(request(Query.words("zeppelin")));

    assertThat(page.select("h2").eachText()).containsExactly("What was asked", "Nothing was found");
    assertThat(page.select("main li").eachText()).containsExactly("Nothing matches zeppelin");
    assertThat(page.select("figure")).isEmpty();
  }

  @Test
  void aQueryWithoutWordsHasNoConcordance() throws IOException {
    assertThat(page(request(Query.speaker("Bo Lind"))).select("main").text())
        .contains("The query contains no words of quotations.");
  }

  @Test
  void theStepOfTimelinesFitsThePeriodUnlessItIsGiven() throws IOException {
    String all = "#chart-time tbody th";

    assertThat(page(request(Query.all())).select(all).eachText())
        .containsExactly("2024-05", "2024-06", "2024-07");
    assertThat(page(request(Query.words("mine patient"))).select("body").text())
        .contains("Nothing was found");
    assertThat(page(request(Query.speaker("Bo Lind"))).select(all).eachText())
        .containsExactly("2024-07-02");
    assertThat(page(request(Query.all()).withStep(TimeStep.YEAR)).select(all).eachText())
        .containsExactly("2024");
    try (Archive archive = Archive.inMemory()) {
      for (int year : new int[] {1990, 2024}) {
        archive.add(
            Article.builder("a" + year, "\"It rains,\" said Bo Lind.")
                .published(Published.parse(year + "-05-01"))
                .build());
      }
      archive.commit();
      assertThat(
              Jsoup.parse(Report.of(archive, request(Query.all())).html()).select(all).eachText())
          .hasSize(35)
          .startsWith("1990");
    }
  }

  @Test
  void whereThereIsNothingToDrawNothingIsDrawn() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      archive.add(Article.builder("a", "\"It rains,\" said Bo Lind.").build());
      archive.commit();
      Document page = Jsoup.parse(Report.of(archive, request(Query.all())).html());

      assertThat(page.select("section:has(#time) figcaption").eachText())
          .containsExactly("No quotation has a date on which it was published");
      assertThat(page.select("section:has(#time) .note").eachText())
          .containsExactly("Not shown: 1 without a date.");
      assertThat(page.select("section:has(#time) svg, section:has(#network) svg")).isEmpty();
      assertThat(page.select("section:has(#speakers) svg")).hasSize(2);
    }
  }

  @Test
  void nothingIsRequestedAndNoScriptRuns() throws IOException {
    for (Document page : pages()) {
      assertThat(page.select("script, img, link, iframe, object, embed, form, base, audio, video"))
          .isEmpty();
      assertThat(page.select("[style], [src], [srcset], [xlink:href], [background]")).isEmpty();
      for (Element element : page.getAllElements()) {
        element.attributes().forEach(a -> assertThat(a.getKey()).doesNotStartWith("on"));
      }
      for (Element link : page.select("[href]")) {
        assertThat(link.attr("href")).matches("#[a-z-]+|https://pier\\.example/one\\?a=1&b=2");
      }
      String rules = page.select("style").first().data();
      assertThat(rules).doesNotContain("url(", "@import", "<");
      assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .isEqualTo(
              "default-src 'none'; style-src '"
                  + Style.hash(rules)
                  + "'; base-uri 'none'; form-action 'none'");
    }
  }

  @Test
  void elementsInArticlesAreText() throws IOException {
    Document page = pages().get(3);

    assertThat(page.select("script")).isEmpty();
    assertThat(page.select(".excerpt").text()).startsWith("\"The " + Pier.SCRIPT + " leaks,\"");
    assertThat(page.select(".source bdi").eachText()).containsExactly(Pier.SCRIPT, Pier.SCRIPT);
    assertThat(page.select("#chart-outlet tbody th").eachText()).containsExactly(Pier.SCRIPT);
  }

  @Test
  void screenReadersFindNamesOfEverything() throws IOException {
    for (Document page : pages()) {
      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(page.select("main")).hasSize(1);
      assertThat(page.select("h1")).hasSize(1);
      Set<String> ids = new HashSet<>();
      for (Element element : page.select("[id]")) {
        assertThat(ids.add(element.id())).as(element.id()).isTrue();
      }
      for (Element element : page.select("[aria-labelledby]")) {
        assertThat(ids).containsAll(List.of(element.attr("aria-labelledby").split(" ")));
      }
      for (Element link : page.select("a[href^=#]")) {
        assertThat(ids).contains(link.attr("href").substring(1));
      }
      for (Element image : page.select("svg")) {
        assertThat(image.attr("role")).isEqualTo("img");
        assertThat(image.select("> title, > desc")).hasSize(2);
      }
      for (Element table : page.select("table")) {
        assertThat(table.select("thead th[scope=col]")).isNotEmpty();
        assertThat(table.parent().attr("aria-label")).isNotBlank();
        assertThat(table.parent().attr("tabindex")).isEqualTo("0");
      }
      List<String> headings = page.select("h1, h2, h3").eachText();
      assertThat(headings).doesNotContain("").hasSizeGreaterThan(2);
    }
  }

  @Test
  void theSameStateGivesTheSamePage() throws IOException {
    Path report = Files.createTempFile("report", ".html");
    try (Archive archive = Pier.archive()) {
      Files.writeString(report, Report.of(archive, request(Query.all())).html());

      assertThat(Report.of(archive, request(Query.all())).html())
          .isEqualTo(Files.readString(report));
    } finally {
      Files.delete(report);
    }
  }

  @Test
  void thePageIsSmallWhateverTheArchiveHolds() throws IOException {
    String name = "Ada " + "Holm".repeat(2_000);
    try (Archive archive = Archive.inMemory()) {
      for (int i = 0; i < 220; i++) {
        archive.add(
            Article.builder("a" + i, "\"The pier " + "leaks ".repeat(900) + ",\" said Ada Holm.")
                .title(name)
                .outlet(name + i)
                .published(Published.parse(String.format("%04d-05-01", 1 + i * 45)))
                .build());
      }
      archive.commit();
      Query query =
          Query.anyOf(
                  IntStream.range(0, 400).<Query>mapToObj(i -> Query.words("pier" + i)).toList())
              .or(Query.words("pier"));
      String page =
          Report.of(
                  archive,
                  request(query).withQuotations(ReportRequest.MAX_QUOTATIONS).withTitle(name))
              .html();

      assertThat(page).hasSizeLessThan(4_000_000).hasSizeGreaterThan(400_000);
      assertThat(Jsoup.parse(page).select("main").text())
          .contains("The first 200 of 220")
          .contains("220 matches, of which the first 40 are shown")
          .contains("rows not shown");
    }
  }

  /** {@return an archive that gains an article each of the first times that it is asked} */
  private static Archive growing(int times) throws IOException {
    Engine engine = LuceneEngine.inMemory("none", EngineSettings.DEFAULT, System::nanoTime);
    AtomicInteger asked = new AtomicInteger();
    InvocationHandler growth =
        (proxy, method, arguments) -> {
          if (method.getName().equals("info") && asked.incrementAndGet() <= times) {
            Article article = Article.builder("a" + asked, "\"The pier leaks.\"").build();
            Quotation words = Quotation.builder(article, List.of(new Span(1, 16))).build();
            engine.put(article, Optional.empty(), () -> List.of(words));
            engine.refresh();
          }
          return method.invoke(engine, arguments);
        };
    return Archive.of(
        (Engine)
            Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, growth),
        ArchiveOptions.builder().refreshEvery(Duration.ZERO).build());
  }

  @Test
  void anArchiveThatChangesMeanwhileIsAskedAgain() throws IOException {
    try (Archive archive = growing(3)) {
      Report report = Report.of(archive, request(Query.all()));

      assertThat(report.citation().quotations()).isEqualTo(3);
      assertThat(Jsoup.parse(report.html()).select(".lead").text())
          .isEqualTo("3 quotations in 3 articles");
    }
  }

  @Test
  void anArchiveThatChangesAgainAndAgainIsReported() throws IOException {
    try (Archive archive = growing(Integer.MAX_VALUE)) {
      assertThatThrownBy(() -> Report.of(archive, request(Query.all())))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the archive changed 5 times while a report was written");
    }
  }

  @Test
  void aSearchThatExceedsALimitIsReported() throws IOException {
    Search search =
        Search.builder(Query.words("a b c d")).limits(SearchLimits.DEFAULT.maxClauses(2)).build();
    try (Archive archive = Pier.archive()) {
      assertThatThrownBy(() -> Report.of(archive, ReportRequest.of(search)))
          .isInstanceOf(SearchLimitException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 201})
  void numbersOfQuotationsOutOfRangeAreRejected(int quotations) {
    assertThatThrownBy(() -> request(Query.all()).withQuotations(quotations))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quotations of a report must be 0 to 200, but were " + quotations);
    assertThatThrownBy(() -> request(Query.all()).withTitle(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("title of a report must not be blank");
  }
}
