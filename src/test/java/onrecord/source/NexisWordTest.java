package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NexisWordTest {

  @TempDir Path folder;

  private static String script() throws IOException {
    return new String(Fixture.bytes("nexis/delivery.txt"), UTF_8);
  }

  private List<Article> articles(String script) throws IOException {
    return Fixture.articles(Fixture.read(folder, WordFile.of(script)));
  }

  @Nested
  class Documents {

    @Test
    void areArticlesExceptTheCoverAndThoseWithoutText() throws IOException {
      assertThat(articles(script()))
          .extracting(Article::title)
          .containsExactly(
              "The ferry stays in port", "May 30, 2019 was a bad day;Islanders remember");
      ReadReport report = Fixture.report(folder, WordFile.of(script()));
      assertThat(report.files()).containsOnlyKeys(ArticleFormat.NEXIS_WORD);
      assertThat(report.skipped()).containsExactly(Map.entry("document of Nexis without text", 1L));
    }

    @Test
    void haveEveryField() throws IOException {
      Article article = articles(script()).getFirst();

      assertThat(article.id()).isEqualTo("urn:contentItem:5AAA-BBB1-CCCC-DDD1-00000-00");
      assertThat(article.outlet()).contains("The Harbor Gazette (Northport)");
      assertThat(article.published()).contains(Published.parse("2019-07-01T09:20Z"));
      assertThat(article.section()).contains("NEWS");
      assertThat(article.authors()).containsExactly("Ada Holm", "Bo Lind");
      assertThat(article.language()).contains("en");
      assertThat(article.tags()).containsExactly("FERRIES", "ISLANDS");
    }

    @Test
    void haveTheirTextOnceWithoutAnAbstractAndBrokenLines() throws IOException {
      assertThat(articles(script()).getFirst().text())
          .isEqualTo(
              """
              "The ferry stays," said Mayor Ina Roe, who had promised otherwise.

              ROE: We shall ask again.

              Photo: nobody was there.

              Section: this is the reporter's word.\
              """);
    }

    @Test
    void haveNoCaptionsInTheirText() throws IOException {
      Article article = articles(script()).get(1);

      assertThat(article.text()).isEqualTo("Islanders remember the day.");
      assertThat(article.published()).contains(Published.parse("2002-05-02"));
    }

    @Test
    void areReadWithoutBookmarks() throws IOException {
      String without = script().replaceAll("(?m)^=.*\n", "");

      List<Article> articles = articles(without);

      assertThat(articles).isEqualTo(articles(script()));
    }

    @Test
    void areReadWithoutTheLineThatEndsThem() throws IOException {
      String without = script().replaceAll("(?m)^.*End of Document\n", "");

      assertThat(articles(without)).extracting(Article::title).hasSize(2);
      assertThat(articles(without).getFirst().text())
          .isEqualTo(articles(script()).getFirst().text());
    }

    @Test
    void areReadWithoutAHeadingForTheirText() throws IOException {
      String plain =
          """
          =Bookmark_1
          The ferry stays in port
          The Harbor Gazette
          July 1, 2019 Monday
          Final Edition
          Copyright 2019 Invented Papers
          @Section:~NEWS
          @Byline:~Ada Holm
          The ferry stays, the mayor said on
          -Monday.
          Her answer: no.
          @Language:~ENGLISH
          @Subject:~FERRIES (91%)
          """;

      Article article = articles(plain).getFirst();

      assertThat(article.title()).isEqualTo("The ferry stays in port");
      assertThat(article.outlet()).contains("The Harbor Gazette");
      assertThat(article.published()).contains(Published.parse("2019-07-01"));
      assertThat(article.section()).contains("NEWS");
      assertThat(article.authors()).containsExactly("Ada Holm");
      assertThat(article.text())
          .isEqualTo("The ferry stays, the mayor said on Monday.\n\nHer answer: no.");
      assertThat(article.language()).contains("en");
      assertThat(article.tags()).containsExactly("FERRIES");
    }

    @Test
    void areReadWithoutWhatIsDeletedOrIsInAnotherPlace() throws IOException {
      String script = WordFile.xml(script());
      String removed =
          "<w:del><w:r><w:t>Deleted.</w:t></w:r></w:del><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>"
              + "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>";
      String hyphen = "<w:r><w:noBreakHyphen/><w:tab/></w:r>";

      List<Article> articles =
          Fixture.articles(
              Fixture.read(
                  folder,
                  WordFile.zip(
                      script
                          .replace("</w:t></w:r></w:p>", "</w:t></w:r>" + removed + "</w:p>")
                          .replace(
                              ">Islanders remember the day.</w:t></w:r>",
                              ">Islanders</w:t></w:r>"
                                  + hyphen
                                  + "<w:r><w:t>remember.</w:t></w:r>"),
                      "<Relationships/>")));

      assertThat(articles.getFirst().text()).isEqualTo(articles(script()).getFirst().text());
      assertThat(articles.get(1).text()).isEqualTo("Islanders- remember.");
    }

    @ParameterizedTest
    @CsvSource({
      "Rubrik, Länge, Autor, Textkörper, Klassifizierung, Sprache, Ende des Dokuments",
      "Rubrique, Longueur, Auteur, Corps, Classification, Langue, Fin du document",
      "Rubriek, Lengte, Auteur, Hoofdtekst, Classificatie, Taal, Einde van document",
      "Sección, Longitud, Autor, Cuerpo, Clasificación, Idioma, Fin del documento",
      "Sezione, Lunghezza, Autore, Corpo, Classificazione, Lingua, Fine del documento",
      "Seção, Tamanho, Autor, Corpo, Classificação, Idioma, Fim do documento"
    })
    void areReadInEveryLanguageOfTheInterface(
        String section,
        String length,
        String author,
        String body,
        String classification,
        String language,
        String end)
        throws IOException {
      String translated =
          script()
              .replaceAll("(?m)^=.*\n", "")
              .replace("@Section", "@" + section)
              .replace("@Length", "@" + length)
              .replace("@Byline", "@" + author)
              .replace("#Body", "#" + body)
              .replace("#Classification", "#" + classification)
              .replace("@Language", "@" + language)
              .replace("End of Document", end);

      assertThat(articles(translated)).isEqualTo(articles(script()));
    }

    @Test
    void areReadByTheirFormatInALanguageThatIsNotKnown() throws IOException {
      String translated = script().replace("#Body", "#Kaq").replace("#Graphic", "#Wuq");

      assertThat(articles(translated)).isEqualTo(articles(script()));
    }
  }

  @Nested
  class OtherFiles {

    @Test
    void fromAWordProcessorAreRefused() throws IOException {
      assertThat(failure(WordFile.of("Dear reader,\nthis is a letter.")))
          .endsWith(
              "looks like a Word document that is not from Nexis, which is not read; save it"
                  + " as plain text");
    }

    @Test
    void withADocumentTypeFetchNothingAndExpandNoEntity() throws IOException {
      String entities =
          "<!DOCTYPE w:document SYSTEM \"http://example.invalid/a.dtd\" ["
              + "<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"ha\">]>"
              + "<w:document xmlns:w=\"x\"><w:bookmarkStart w:name=\"Bookmark_1\"/><w:p><w:r>"
              + "<w:t>&a;&b;</w:t></w:r></w:p></w:document>";

      List<ArticleRecord> records =
          Fixture.read(folder, WordFile.zip(entities, "<Relationships/>"));

      assertThat(records).noneMatch(record -> record.failure().isEmpty());
    }

    @Test
    void thatAreCutShortAreAFailure() throws IOException {
      byte[] whole = WordFile.of(script());

      for (int length = 200; length < whole.length - 400; length += 37) {
        List<ArticleRecord> records = readIfRecognized(Arrays.copyOf(whole, length));
        assertThat(records).anyMatch(record -> record.failure().isPresent());
      }
    }

    @Test
    void thatAreMadeToExhaustTheReaderAreRefused() throws IOException {
      String bomb =
          "<w:document xmlns:w=\"x\"><w:bookmarkStart w:name=\"Bookmark_1\"/><w:p><w:r><w:t>"
              + " ".repeat(100_000_000)
              + "</w:t></w:r></w:p></w:document>";

      assertThat(failure(WordFile.zip(bomb, "<Relationships/>")))
          .contains("is refused, since its content is more than 300 times as large");
    }

    private List<ArticleRecord> readIfRecognized(byte[] bytes) throws IOException {
      try {
        return Readers.read(ArticleFormat.NEXIS_WORD, bytes, RecordLimits.ofProcess());
      } catch (IOException e) {
        return List.of(ArticleRecord.failed(Failures.of("test", e)));
      }
    }

    private String failure(byte[] bytes) throws IOException {
      return Fixture.read(folder, bytes).getFirst().failure().orElseThrow().getMessage();
    }
  }
}
