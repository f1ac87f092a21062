package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NexisHtmlTest {

  private static final String MIXED = "nexis/mixed.html";

  @TempDir Path folder;

  @Test
  void everyDocumentIsAnArticle() throws IOException {
    assertThat(Fixture.articles(folder, MIXED))
        .extracting(Article::title)
        .containsExactly("Fähre bleibt im Hafen", "Ferry is late", "Le bac");
    assertThat(Fixture.report(folder, Fixture.bytes(MIXED)).files())
        .containsOnlyKeys(ArticleFormat.NEXIS_HTML);
  }

  @Test
  void daysAreReadInEveryLanguage() throws IOException {
    assertThat(Fixture.articles(folder, MIXED))
        .extracting(article -> article.published().orElseThrow())
        .containsExactly(
            Published.parse("2012-02-28T21:50+01:00"),
            Published.parse("1995-06-17"),
            Published.parse("2011-12-29"));
  }

  @Test
  void aDocumentHasEveryField() throws IOException {
    Article article = Fixture.articles(folder, MIXED).getFirst();

    assertThat(article.outlet()).contains("Hafen-Anzeiger");
    assertThat(article.section()).contains("REGION");
    assertThat(article.authors()).containsExactly("Bo Lind");
    assertThat(article.language()).contains("de");
  }

  @Test
  void searchWordsAreNotSeparatedFromTheirWordsAndLabelsWithinTheTextAreText() throws IOException {
    assertThat(Fixture.articles(folder, MIXED).getFirst().text())
        .isEqualTo(
            """
            Die Fähren bleiben im Hafen (SPD).

            ANSPRUCH: Alle sollen fahren.

            "Wir warten", sagte Ina Roe.\
            """);
  }

  @Test
  void whatDescribesAnAuthorIsNotAnAuthor() throws IOException {
    assertThat(Fixture.articles(folder, MIXED).get(1).authors()).containsExactly("ADA HOLM");
  }

  @Test
  void aDocumentThatIsTooLongIsRefusedAndTheOthersAreRead() throws IOException {
    String html = new String(Fixture.bytes(MIXED), UTF_8);
    RecordLimits limits = new RecordLimits(6000, 6000);
    String longer = html.replace("The ferry was late", "The ferry was late ".repeat(500));

    List<ArticleRecord> records = Readers.read(ArticleFormat.NEXIS_HTML, longer, limits);

    assertThat(records).hasSize(3);
    assertThat(records.get(1).failure().orElseThrow())
        .hasMessageContaining("the article must not be longer than 6000 bytes");
    assertThat(records.get(2).article().title()).isEqualTo("Le bac");
  }

  @Test
  void aFileThatIsCutShortIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Fixture.bytes(MIXED);

    for (int length = 1500; length < whole.length; length += 101) {
      assertThat(Fixture.read(folder, Arrays.copyOf(whole, length))).hasSizeBetween(0, 3);
    }
  }
}
