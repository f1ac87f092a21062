package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of Mediargus: a list of headlines, and the texts after it. */
class MediargusTextTest {

  private static final String DELIVERY =
      """
      ?1. De molen draait

      De Wiek, woensdag 30 november 2011, p. 23, 853w.

      De molen draait weer, en ...


      2. De veerman wacht

      Het Veer, dinsdag 29 november 2011, p. A4, 67w.

      Niemand weet ...


      3. De molen draait

      Het Veer, woensdag 30 november 2011, p. 1, 12w.

      4. Een kop

      Het Veer, zondag 27 november 2011, p. 3, 12w.

      5. Een kop van een andere dag

      Het Veer, maandag 28 november 2011, p. 1, 12w.

      6. Een kop zonder woorden

      Het Veer, donderdag 1 december 2011, p. 1, 12w.

      7. Alleen een kop

      Het Veer, maandag 28 november 2011, p. 1, 12w.




      30-11-2011, p.23

      Drenthe, Gelderland

      De molen draait

      De molen draait weer. "Eindelijk", zegt Ada Holm, "één dag wind".

      In 30-11-2011, p.2 staat dat ook.

       © De Wiek Uitgevers



      29-11-2011, p.A4

      De veerman wacht

      Niemand weet hoelang.

       © Het Veer


      30-11-2011, p.1

      De molen draait

      Ook hier.


      27-11-2011, p.3

      Drie regels

      zonder kop.


      31-11-2011, p.1

      Een andere kop

      Zonder dag.

      1-12-2011, p.1

      Drenthe, Gelderland
      """;

  @TempDir Path folder;

  @Test
  void textsHaveTheOutletOfTheirHeadlineInTheList() throws IOException {
    for (String charset : List.of("UTF-8", "windows-1252")) {
      List<Article> articles =
          Fixture.articles(Fixture.read(folder, DELIVERY.getBytes(Charset.forName(charset))));

      assertThat(articles)
          .extracting(Article::title)
          .containsExactly(
              "De molen draait",
              "De veerman wacht",
              "De molen draait",
              "Een kop",
              "Een andere kop");
      assertThat(articles)
          .extracting(article -> article.outlet().orElse("none"))
          .containsExactly("De Wiek", "Het Veer", "Het Veer", "Het Veer", "none");
      assertThat(articles)
          .extracting(article -> article.published().map(Published::toString).orElse("none"))
          .containsExactly("2011-11-30", "2011-11-29", "2011-11-30", "2011-11-27", "none");
      assertThat(articles.getFirst().text())
          .isEqualTo(
              "De molen draait weer. \"Eindelijk\", zegt Ada Holm, \"één dag wind\".\n\n"
                  + "In 30-11-2011, p.2 staat dat ook.");
      assertThat(articles.get(3).text()).isEqualTo("Drie regels\n\nzonder kop.");
    }
  }

  @Test
  void whatHasNoTextIsCounted() throws IOException {
    ReadReport report = Fixture.report(folder, DELIVERY.getBytes(Charset.forName("UTF-8")));

    assertThat(report.skipped())
        .isEqualTo(
            Map.of(
                "headline of Mediargus without its text", 1L,
                "article of Mediargus without text", 1L));
    assertThat(report.unusedFields()).isEqualTo(Map.of("line above the headline", 1L, "page", 5L));
  }

  @Test
  void aNumberedListIsNotADelivery() throws IOException {
    Article article =
        Fixture.articles(
                Fixture.read(
                    folder,
                    "1. De molen draait\n\nDe Wiek, 30 november, p. 2\n"
                        .getBytes(Charset.forName("UTF-8"))))
            .getFirst();

    assertThat(article.text()).startsWith("1. De molen");
  }
}
