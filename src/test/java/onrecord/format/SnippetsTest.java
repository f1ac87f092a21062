package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
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
}
