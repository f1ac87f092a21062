package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.PackageDescription.Creator;
import onrecord.format.ResearchPackage.Texts;
import onrecord.format.SheetAnnotations.Meaning;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.query.ErrorRates;
import onrecord.query.Hit;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documentation of this package. */
class SnippetsTest {

  @TempDir Path folder;

  @Test
  void export() throws IOException {
    Path file = folder.resolve("mill.csv");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive.add(Article.builder("a", "\"The mill opens,\" said Ada Holm.").build());
      archive.commit();
      archive.refresh();

      // @start region="export"
      Search search = Search.of(Query.words("mill"));
      try (Writer out = Files.newBufferedWriter(file);
          HitWriter writer = HitFormat.CSV.writer(out, archive::article);
          Stream<Hit> hits = archive.stream(search)) {
        writer.writeAll(hits);
      }
      // @end
    }

    assertThat(file).content().contains("The mill opens,").hasLineCount(2);
  }

  @Test
  void create() throws Exception {
    Path file = folder.resolve("mill.sqlite");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive.add(Article.builder("a", "\"The mill opens,\" said Ada Holm.").build());
      archive.commit();
      archive.refresh();

      // @start region="create"
      Search search = Search.of(Query.words("mill"));
      try (Stream<Hit> hits = archive.stream(search)) {
        HitFormat.SQLITE.create(file, hits, archive::article);
      }
      // @end
    }

    assertThat(SqliteRows.of(file, "SELECT speaker, text FROM quotation_list"))
        .containsExactly(List.of("Ada Holm", "The mill opens,"));
  }

  @Test
  void packageIsWritten() throws IOException {
    Path folder = this.folder.resolve("package");
    try (Archive writer = Archive.open(this.folder.resolve("archive"))) {
      writer.add(Article.builder("a", "\"The mill opens,\" said Ada Holm.").build());
      writer.commit();
    }

    try (Archive archive = Archive.openReadOnly(this.folder.resolve("archive"))) {
      // @start region="package"
      Search search = Search.builder(Query.words("mill")).sort(SortOrder.OLDEST).build();
      PackageDescription description =
          new PackageDescription(
              "Words on mills",
              List.of(new Creator("Quill, Ida", Creator.Kind.PERSON)),
              "https://creativecommons.org/publicdomain/zero/1.0/");
      try (Stream<Hit> hits = archive.stream(search)) {
        new ResearchPackage(description, archive.cite(search), Texts.LEFT_OUT)
            .write(folder, hits, archive::article, archive.info().ownFields().keySet());
      }
      // @end
    }

    assertThat(folder.resolve("SHA256SUMS")).content().hasLineCount(7);
  }

  @Test
  void sheetsAreCoded() throws IOException {
    Path file = folder.resolve("sheet.csv");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive.add(Article.builder("a", "\"The mill opens,\" said Ada Holm.").build());
      archive.commit();
      archive.refresh();

      // @start region="coding"
      Search search = Search.builder(Query.all()).context(1).build();
      Sample sample = archive.statistics().sample(search, 200, 1);
      try (Writer out = Files.newBufferedWriter(file)) {
        CodingSheet.of(sample.hits(), List.of("correct")).write(TableFormat.CSV, out);
      }
      // When the column "correct" has been filled in:
      CodingSheet sheet = CodingSheet.read(file);
      CodedSheet coded = CodedSheet.of(sheet, "correct", archive::unannotated);
      ErrorRates rates = ErrorRates.of(coded.judgements());
      // @end

      assertThat(sheet.rows()).hasSize(1);
      assertThat(coded.blank()).isEqualTo(1);
      assertThat(rates.all()).isEmpty();
      assertThatThrownBy(() -> CodedSheet.of(sheet, "stance", archive::unannotated))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the sheet has no column 'stance' for labels; those that it has are correct");
      assertThatThrownBy(() -> CodingSheet.of(sample.hits(), List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a sheet must have 1 to 100 labels, but had 0");
    }
  }

  @Test
  void annotationsAreReadFromSheets() throws IOException {
    Path file =
        Files.writeString(folder.resolve("sheet.csv"), "quotation,stance,coder\na#1,for,ann\n");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive.add(Article.builder("a", "\"The mill opens,\" said Ada Holm.").build());
      archive.commit();

      // @start region="annotations"
      SheetAnnotations read =
          SheetAnnotations.of(
              CodingSheet.read(file),
              new SheetAnnotations.Settings(
                  Optional.empty(), LocalDate.of(2024, 5, 6), Map.of(), Meaning.LABELS),
              archive::unannotated);
      archive.annotate(read.rows().stream().map(SheetAnnotations.Row::annotation).toList());
      // @end

      assertThat(read.problems()).isEmpty();
      assertThat(archive.unannotated("a#1").orElseThrow().fields()).isEqualTo(Fields.NONE);
      archive.commit();
      assertThat(archive.quotation("a#1").orElseThrow().quotation().fields().of("stance"))
          .containsExactly(FieldValue.name("for"));
    }
  }

  @Test
  void resultsAsTablesAndGraphs() throws IOException {
    StringBuilder table = new StringBuilder();
    StringBuilder graph = new StringBuilder();
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive.add(Article.builder("a", "\"Bo Lind opens the mill,\" said Ada Holm.").build());
      archive.commit();
      archive.refresh();

      // @start region="table"
      Search search = Search.of(Query.words("mill"));
      KeywordsRequest request = KeywordsRequest.againstAllOthers();
      Keywords keywords = archive.statistics().keywords(search, request);
      ResultTable.of(keywords).write(TableFormat.CSV, table);
      // @end

      // @start region="network"
      Network network = archive.statistics().network(search, 100);
      NetworkFormat.GRAPHML.write(network, graph);
      // @end
    }

    assertThat(table).startsWith("word,g2,count,other_count,per_million,");
    assertThat(graph).contains("Bo Lind");
  }
}
