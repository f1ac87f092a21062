package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NexisTextTest {

  private static final String ENGLISH = "nexis/english.txt";

  @TempDir Path folder;

  @Nested
  class DocumentsInEnglish {

    @Test
    void areArticlesExceptThoseWithoutText() throws IOException {
      assertThat(Fixture.articles(folder, ENGLISH))
          .extracting(Article::title)
          .containsExactly(
              "May 30, 2019: The day the ferry stopped; Five years on, islanders wait",
              "URGENT: Two boats found adrift",
              "A timetable is not a boat",
              "");
      assertThat(Fixture.report(folder, Fixture.bytes(ENGLISH)).skipped())
          .containsExactly(Map.entry("document of Nexis without text", 1L));
    }

    @Test
    void haveEveryField() throws IOException {
      Article article = Fixture.articles(folder, ENGLISH).getFirst();

      assertThat(article.outlet()).contains("The Harbor Gazette (Northport)");
      assertThat(article.published()).contains(Published.parse("2024-05-30"));
      assertThat(article.section()).contains("NEWS");
      assertThat(article.authors()).containsExactly("ADA HOLM", "Bo Lind");
      assertThat(article.language()).contains("en");
      assertThat(article.tags()).containsExactly("FERRIES", "ISLANDS");
    }

    @Test
    void haveTheirTextWithoutBrokenLinesAndCaptions() throws IOException {
      assertThat(Fixture.articles(folder, ENGLISH).getFirst().text())
          .isEqualTo(
              """
              The ferry to Grey Island has not sailed for five years, and nobody in the harbor \
              expects that to change before the well- known captain retires.

              "We were promised a boat," said Mayor Ina Roe, "and we were given a timetable."

              LENGTH: 19.4 meters. BEAM: 6 meters. The boat was small.

              ROE: We shall ask again.

              Editor: nobody knows.\
              """);
    }

    @Test
    void canHaveTheirDayBelowTheHeadlineAndTheirLabelsBelowTheText() throws IOException {
      Article article = Fixture.articles(folder, ENGLISH).get(1);

      assertThat(article.published()).contains(Published.parse("2024-04-20T23:22"));
      assertThat(article.outlet()).contains("Northport Press Agency");
      assertThat(article.section()).contains("Regional");
      assertThat(article.text())
          .isEqualTo(
              """
              Two boats were found adrift on Saturday, the coast guard said.

              A third is missing. npa vb\
              """);
    }

    @Test
    void canHaveLabelsForTheirHeadlineAndText() throws IOException {
      Article article = Fixture.articles(folder, ENGLISH).get(2);

      assertThat(article.outlet()).contains("The Island Mail");
      assertThat(article.published()).contains(Published.parse("2024-04-02"));
      assertThat(article.authors()).containsExactly("Ada Holm");
      assertThat(article.text())
          .isEqualTo("Islanders cannot sail on paper.\n\nTITLE: what is in a name?");
    }

    @Test
    void canHaveNoHeadline() throws IOException {
      Article article = Fixture.articles(folder, ENGLISH).get(3);

      assertThat(article.title()).isEmpty();
      assertThat(article.published()).contains(Published.parse("2024-01-14T18:49-08:00"));
      assertThat(article.text())
          .isEqualTo(
              "A brief without a headline reached the newsroom late on Sunday, the editor said.");
    }
  }

  @Nested
  class ADocument {

    private static final String OUTLET = "The Island Mail\n\n";
    private static final String DAY = "April 2, 2024 Tuesday\n\n";
    private static final String TEXT = "Islanders cannot sail on paper, the mayor said.\n\n";
    private static final String TAIL = "LANGUAGE: ENGLISH\n\n";

    private Article read(String... parts) throws IOException {
      return Fixture.articles(Fixture.read(folder, bytes(parts))).getFirst();
    }

    private Iterable<String> unused(String... parts) throws IOException {
      return Fixture.report(folder, bytes(parts)).unusedFields().keySet();
    }

    private byte[] bytes(String... parts) {
      return ("\n\n1 of 1 DOCUMENTS\n\n\n" + String.join("", parts)).getBytes(UTF_8);
    }

    @Test
    void canHaveAnAddress() throws IOException {
      String[] parts = {
        OUTLET,
        DAY,
        "Paper boats\n\n",
        "LENGTH: 8 words\n\n",
        TEXT,
        "URL: https://mail.example.org/boats\n\n",
        "URL: see the site\n\n",
        TAIL
      };

      assertThat(read(parts).url()).contains("https://mail.example.org/boats");
      assertThat(unused(parts)).contains("URL");
    }

    @Test
    void canHaveAHeadlineThatLooksLikeALabel() throws IOException {
      String[] parts = {
        OUTLET,
        DAY,
        "PAPER BOATS: who sails them?\n\n",
        "FERRIES: nobody\n\n",
        "SECTION: VIEWS\n\n",
        TEXT,
        TAIL
      };
      Article article = read(parts);

      assertThat(article.title()).isEqualTo("PAPER BOATS: who sails them?");
      assertThat(article.section()).contains("VIEWS");
      assertThat(article.text()).isEqualTo(TEXT.strip());
      assertThat(unused(parts)).contains("FERRIES");
    }

    @Test
    void canHaveItsDayAndASupplementBelowItsOutlet() throws IOException {
      String[] parts = {
        " ".repeat(30) + "***\n\n",
        " ".repeat(25)
            + "The Island Mail\n"
            + " ".repeat(22)
            + "April 2, 2024 Tuesday\n"
            + " ".repeat(29)
            + "Weekend\n\n",
        "Paper boats\n\n",
        "SECTION: VIEWS\n\n",
        TEXT,
        TAIL
      };
      Article article = read(parts);

      assertThat(article.outlet()).contains("The Island Mail");
      assertThat(article.published()).contains(Published.parse("2024-04-02"));
      assertThat(article.title()).isEqualTo("Paper boats");
      assertThat(unused(parts)).contains("line below the outlet", "line without letters");
    }

    @Test
    void canHaveItsAuthorsWithoutALabel() throws IOException {
      Article article =
          read(OUTLET, DAY, "Paper boats\n\n", "By Ada Holm\n\n", "SECTION: VIEWS\n\n", TEXT, TAIL);

      assertThat(article.authors()).containsExactly("Ada Holm");
      assertThat(article.text()).isEqualTo(TEXT.strip());
    }

    @Test
    void canHaveLinesBelowItsText() throws IOException {
      String[] parts = {
        OUTLET,
        DAY,
        "Paper boats\n\n",
        "SECTION: VIEWS\n\n",
        TEXT,
        "LANGUAGE: ENGLISH\n\n",
        "GRAPHIC: A boat.\n\n",
        "Another boat, of paper.\n\n",
        "HEADLINE: Boats\n\n"
      };

      assertThat(read(parts).text()).isEqualTo(TEXT.strip());
      assertThat(read(parts).title()).isEqualTo("Paper boats");
      assertThat(unused(parts)).contains("GRAPHIC");
    }
  }

  @Test
  void everyLanguageOfTheInterfaceIsRead() throws IOException {
    List<Article> articles = Fixture.articles(folder, "nexis/languages.txt");

    assertThat(articles)
        .extracting(article -> article.published().orElseThrow().day().toString())
        .containsExactly(
            "2011-08-31",
            "2003-03-01",
            "2013-05-03",
            "2014-05-03",
            "2011-05-03",
            "2014-03-01",
            "2016-04-03");
    assertThat(articles.subList(0, 6))
        .extracting(article -> article.language().orElseThrow())
        .containsExactly("de", "fr", "nl", "es", "it", "pt");
    assertThat(articles.subList(0, 6))
        .extracting(article -> article.section().orElseThrow())
        .containsExactly("REGION", "RÉGION", "Binnenland", "LOCAL", "CRONACA", "CIDADE");
    assertThat(articles.subList(0, 6))
        .allSatisfy(article -> assertThat(article.authors().getFirst()).startsWith("Ada "));
    assertThat(articles)
        .allSatisfy(article -> assertThat(article.text()).doesNotContain("\n").endsWith("."));
  }

  @Test
  void aDocumentThatIsNotCenteredIsRead() throws IOException {
    Article article = Fixture.articles(folder, "nexis/languages.txt").getLast();

    assertThat(article.outlet()).contains("Kade / Het Nieuws");
    assertThat(article.title()).isEqualTo("'Veerboot moet varen'");
    assertThat(article.url())
        .contains(
            "http://www.example.org/nieuws/artikel/2016/04/03/Een-lang-verhaal-over-de-veerboot.dhtml");
  }

  @Test
  void aFileWithoutASeparatorIsOneDocument() throws IOException {
    String all = new String(Fixture.bytes(ENGLISH), UTF_8);
    String one =
        all.substring(all.indexOf("1 of 5 DOCUMENTS") + 16, all.indexOf("2 of 5 DOCUMENTS"));

    assertThat(Fixture.articles(Fixture.read(folder, one.getBytes(UTF_8))))
        .singleElement()
        .satisfies(
            article -> assertThat(article.outlet()).contains("The Harbor Gazette (Northport)"));
  }

  @Test
  void windowsLineEndsMarksAndCharsetsDoNotMatter() throws IOException {
    String text = new String(Fixture.bytes("nexis/languages.txt"), UTF_8);

    List<Article> expected = Fixture.articles(folder, "nexis/languages.txt");

    assertThat(
            Fixture.articles(
                Fixture.read(folder, ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(UTF_8))))
        .isEqualTo(expected);
    assertThat(
            Fixture.articles(Fixture.read(folder, text.getBytes(Charset.forName("windows-1252")))))
        .isEqualTo(expected);
  }

  @Test
  void filesThatWereJoinedAreReadWithoutTheirCoverPages() throws IOException {
    String both =
        new String(Fixture.bytes("nexis/languages.txt"), UTF_8)
            + new String(Fixture.bytes(ENGLISH), UTF_8);

    List<Article> joined = Fixture.articles(Fixture.read(folder, both.getBytes(UTF_8)));

    assertThat(joined.subList(0, 7)).isEqualTo(Fixture.articles(folder, "nexis/languages.txt"));
    assertThat(joined.subList(7, 11)).isEqualTo(Fixture.articles(folder, ENGLISH));
  }

  @Test
  void aFileThatIsCutShortIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Fixture.bytes(ENGLISH);

    for (int length = 1000; length < whole.length; length += 97) {
      List<ArticleRecord> records = Fixture.read(folder, Arrays.copyOf(whole, length));
      assertThat(records).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void aTextThatOnlyMentionsSuchLabelsIsNotRecognized() throws IOException {
    String text = "Boats\n\nHe found 1 of 5 documents.\n\nLENGTH: 19 meters\n\nSo be it.\n";

    assertThat(Fixture.report(folder, text.getBytes(UTF_8)).files())
        .containsOnlyKeys(ArticleFormat.PLAIN_TEXT);
  }
}
