package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactivaTest {

  @TempDir Path folder;

  @Nested
  class PagesOfRows {

    @Test
    void haveArticlesWithEveryField() throws IOException {
      List<Article> articles = Fixture.articles(folder, "factiva/rows.html");

      assertThat(articles)
          .containsExactly(
              Article.builder(
                      "COURQ00020111229e7ct0001r",
                      "Le bac reste, les îliens attendent.\n\n« On attend », a dit Ina Roe.\n\nFin.")
                  .title("Le bac reste à quai")
                  .published(Published.parse("2011-12-29T15:32"))
                  .outlet("Le Courrier du Quai")
                  .section("Infos")
                  .authors(List.of("Ada Holm", "Bo Lind"))
                  .language("fr")
                  .tags(List.of("Elections", "Domestic Politics"))
                  .build(),
              Article.builder("COURQ00020120101e81100001", "Un paragraphe seul.")
                  .title("Second")
                  .published(Published.parse("2012-01-01"))
                  .outlet("Le Courrier du Quai")
                  .build());
    }

    @Test
    void reportWhatIsNotUsed() throws IOException {
      assertThat(Fixture.report(folder, Fixture.bytes("factiva/rows.html")).unusedFields())
          .containsKeys("WC", "SC", "CY", "RE")
          .doesNotContainKeys("HD", "AN", "NS");
    }
  }

  @Nested
  class PagesOfLines {

    @Test
    void haveArticlesOnceWithEveryField() throws IOException {
      assertThat(Fixture.articles(folder, "factiva/lines.html"))
          .containsExactly(
              Article.builder(
                      "GREYT00020050408dp1900j9s",
                      "GREY ISLAND, Jan. 8 -- The café closed, \"and nobody waits,\" said Ina Roe. A"
                          + " Subhead Follows\n\nThe ferry is late.")
                  .title("ISLANDS SAY 20 FERRIES ARE NOT ENOUGH")
                  .published(Published.parse("1993-01-09T14:05"))
                  .outlet("The Grey Times")
                  .section("Foreign Desk")
                  .authors(List.of("ADA HOLM"))
                  .language("en")
                  .build(),
              Article.builder("GREYT00020050408dp1800j2e", "It is no ferry.")
                  .title("A ferry, sort of")
                  .published(Published.parse("1993-01-08"))
                  .outlet("The Grey Times")
                  .language("en")
                  .build());
    }

    @Test
    void areReadInLatin1WhateverTheyDeclare() throws IOException {
      String page = new String(Fixture.bytes("factiva/lines.html"), UTF_8);

      assertThat(
              Fixture.articles(
                  Fixture.read(folder, page.replace("&eacute;", "é").getBytes(ISO_8859_1))))
          .isEqualTo(Fixture.articles(folder, "factiva/lines.html"));
    }

    @Test
    void areRecognizedBeforeALongStyleSheet() throws IOException {
      String page = new String(Fixture.bytes("factiva/lines.html"), UTF_8);
      String style = "<style>" + ".a{margin:0}".repeat(20_000) + "</style></head>";

      assertThat(
              Fixture.articles(
                  Fixture.read(folder, page.replace("</head>", style).getBytes(UTF_8))))
          .isEqualTo(Fixture.articles(folder, "factiva/lines.html"));
    }
  }

  @Nested
  class Xml {

    @Test
    void hasArticlesWithEveryFieldAlthoughItIsNotWellFormed() throws IOException {
      assertThat(Fixture.articles(folder, "factiva/articles.xml"))
          .containsExactly(
              Article.builder(
                      "GREYT00020120109e51700030",
                      "The ferry stays, said Roe & Sons.\n\nIt is late.\n\nNobody waits.")
                  .title("Ferry stays in port")
                  .published(Published.parse("2012-01-09T01:35:58Z"))
                  .outlet("The Grey Times")
                  .section("News")
                  .authors(List.of("Ada Holm"))
                  .language("en")
                  .tags(List.of("Elections", "Domestic Politics"))
                  .build(),
              Article.builder(
                      "GREYT00019870226-0001",
                      "The ferry said that it stays in port for two days.\n\n\"We wait,\" said Ina"
                          + " Roe.")
                  .title("Second")
                  .published(Published.parse("1987-02-26"))
                  .outlet("The Grey Times")
                  .build());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"factiva/rows.html", "factiva/lines.html", "factiva/articles.xml"})
  void aFileThatIsCutShortIsReadAsFarAsItGoes(String name) throws IOException {
    byte[] whole = Fixture.bytes(name);

    for (int length = 400; length < whole.length; length += 61) {
      assertThat(Fixture.read(folder, Arrays.copyOf(whole, length))).hasSizeBetween(0, 2);
    }
  }

  @Test
  void aPageWithoutArticlesIsAFailure() throws IOException {
    byte[] page = "<html><head><title>Factiva</title></head><body></body></html>".getBytes(UTF_8);

    assertThat(Fixture.read(folder, page).getFirst().failure().orElseThrow())
        .hasMessageEndingWith("must contain articles of Factiva, but contains none");
  }
}
