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
