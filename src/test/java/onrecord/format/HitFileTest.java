package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Files of hits, and documents whose ends need care. */
class HitFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void anExistingFileIsKept(HitFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "old");

    assertThatThrownBy(
            () -> format.create(file, ExportedHits.all().stream(), ExportedHits::article))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(file).hasContent("old");
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatCannotBeCompletedIsDeleted(HitFormat format) {
    Path file = folder.resolve("new");

    assertThatThrownBy(() ->
            format.create(
                file,
                ExportedHits.all().stream(),
                id -> id.equals("bare") ? Optional.empty() : ExportedHits.article(id)))
        .isInstanceOf(IOException.class)
        .hasMessage("article bare no longer exists");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDatabaseIsNotText() {
    assertThat(HitFormat.SQLITE.isText()).isFalse();
    assertThatThrownBy(() -> HitFormat.SQLITE.writer(new StringBuilder(), ExportedHits::article))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SQLite is not text; it can only be a file");
  }

  @Test
  void wordsOfARunAreASliceOfTheTextInTheDatabase() throws Exception {
    Path file =
        ExportedHits.file(folder, HitFormat.SQLITE, ExportedHits.all(), ExportedHits::article);

    assertThat(
            SqliteRows.of(
                file,
                "SELECT substr(articles.text, runs.start + 1, runs.\"end\" - runs.start) FROM runs"
                    + " JOIN quotations ON quotations.id = runs.quotation"
                    + " JOIN articles ON articles.id = quotations.article"
                    + " WHERE articles.id LIKE 'ferry%' ORDER BY runs.start"))
        .containsExactly(
            List.of("The ferry,"),
            List.of("will sail."),
            List.of("Nobody swims.\n\u201cNobody <waits> & rows."),
            List.of("rows.\u201d The Quay Board said that \u201cfares\u201d rise"),
            List.of("fares"),
            List.of("50% of {nothing}_"));
  }

  @Test
  void aDocumentWithoutHitsIsComplete() throws Exception {
    assertThat(empty(HitFormat.JSON_LINES)).isEmpty();
    assertThat(empty(HitFormat.ARTICLES)).isEmpty();
    assertThat(empty(HitFormat.CITRON)).isEmpty();
    assertThat(empty(HitFormat.BIBTEX)).isEmpty();
    assertThat(empty(HitFormat.RIS)).isEmpty();
    assertThat(empty(HitFormat.TSV)).startsWith("id\tarticle\ttitle\t").hasLineCount(1);
    assertThat(JsonMapper.shared().readTree(empty(HitFormat.SCHEMA_ORG)).get("@graph")).isEmpty();
    assertThat(JsonMapper.shared().readTree(empty(HitFormat.WEB_ANNOTATION))).isEmpty();
    assertThat(new XmlDocument(empty(HitFormat.TEI)).elements("/teiCorpus/TEI/text/body/p"))
        .hasSize(1);
  }

  private static String empty(HitFormat format) throws IOException {
    return ExportedHits.text(format, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://quay.example/a%20b, true
          https://quay.example/ä, true
          urn:isbn:0451450523, true
          quay.example/a, false
          https://quay.example/a b, false
          """)
  void theSourceOfAnAnnotationIsAnIri(String address, boolean kept) throws IOException {
    Article article = Article.builder("a", "\"Row,\" she said.").url(address).build();
    Hit hit =
        ExportedHits.hit(article, Quotation.builder(article, List.of(new Span(1, 5))).build());

    String source =
        JsonMapper.shared()
            .readTree(
                ExportedHits.text(
                    HitFormat.WEB_ANNOTATION, List.of(hit), id -> Optional.of(article)))
            .at("/0/target/0/source")
            .stringValue();

    assertThat(source.equals(address)).isEqualTo(kept);
    assertThat(source).startsWith(kept ? address : "urn:uuid:");
  }

  @Test
  void aKeyOfBibTexIsUniqueIgnoringCase() throws IOException {
    List<Hit> hits =
        Stream.of("a1", "A1", "a+1")
            .map(id -> Article.builder(id, "\"Row,\" she said.").build())
            .map(article ->
                ExportedHits.hit(
                    article, Quotation.builder(article, List.of(new Span(1, 5))).build()))
            .toList();

    String text =
        ExportedHits.text(
            HitFormat.BIBTEX,
            hits,
            id -> Optional.of(Article.builder(id, "\"Row,\" she said.").build()));

    assertThat(text).isEqualTo("@misc{a1,\n}\n\n@misc{A1+2,\n}\n\n@misc{a+2B1,\n}\n\n");
  }
}
