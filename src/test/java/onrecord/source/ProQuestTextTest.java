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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProQuestTextTest {

  private static final String DOCUMENTS = "proquest/documents.txt";

  @TempDir Path folder;

  @Test
  void aDocumentHasEveryField() throws IOException {
    assertThat(Fixture.articles(folder, DOCUMENTS).getFirst())
        .isEqualTo(
            Article.builder(
                    "915000001",
                    """
                    "The ferry stays," said Mayor Ina Roe, who had promised otherwise.

                    Title: nobody has one. The ferry was late on Monday.

                    "We wait," said Cy Moe.\
                    """)
                .title("The ferry stays in port: islanders wait")
                .published(Published.parse("2012-01-03"))
                .outlet("The Harbor Gazette, Late Edition (East Coast)")
                .section("A")
                .authors(List.of("Ada Holm", "Bo Lind"))
                .url("http://search.example.org/docview/915000001?accountid=1")
                .language("en")
                .tags(List.of("Ferries", "Islands"))
                .build());
  }

  @Test
  void labelsCanBeAboveTheTextAndInAnotherLanguage() throws IOException {
    assertThat(Fixture.articles(folder, DOCUMENTS).get(1))
        .isEqualTo(
            Article.builder("915000002", "El barco no sale, dijo la alcaldesa.\n\nNadie espera.")
                .title("El barco no sale")
                .published(Published.parse("2014-05-03"))
                .outlet("El Correo del Muelle")
                .authors(List.of("Ada Holm"))
                .language("es")
                .build());
  }

  @Test
  void documentsWithoutTheirTextAndPagesAroundThemAreNotArticles() throws IOException {
    ReadReport report = Fixture.report(folder, Fixture.bytes(DOCUMENTS));

    assertThat(report.articles()).isEqualTo(2);
    assertThat(report.files()).containsOnlyKeys(ArticleFormat.PROQUEST_TEXT);
    assertThat(report.skipped())
        .containsExactly(Map.entry("document of ProQuest without its full text", 1L));
  }

  @Test
  void theDayIsFoundInThePublicationInfo() throws IOException {
    String text =
        new String(Fixture.bytes(DOCUMENTS), UTF_8)
            .replace("Publication date: Jan 3, 2012\n\n", "");

    assertThat(Fixture.articles(Fixture.read(folder, text.getBytes(UTF_8))).getFirst().published())
        .contains(Published.parse("2012-01-03"));
  }

  @Test
  void documentsSeparatedByAsterisksAreRead() throws IOException {
    String text =
        new String(Fixture.bytes(DOCUMENTS), UTF_8).replace("_".repeat(60), "*".repeat(50));

    assertThat(Fixture.articles(Fixture.read(folder, text.getBytes(UTF_8))))
        .isEqualTo(Fixture.articles(folder, DOCUMENTS));
  }

  @Test
  void aFileThatIsCutShortIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Fixture.bytes(DOCUMENTS);

    for (int length = 1300; length < whole.length; length += 61) {
      assertThat(Fixture.read(folder, Arrays.copyOf(whole, length))).hasSizeBetween(0, 3);
    }
  }
}
