package onrecord.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onrecord.engine.EngineSettings;
import onrecord.index.ArchiveWriter;
import onrecord.model.Article;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeferredRefreshTest {

  @TempDir Path folder;

  private static ArchiveWriter inMemory() throws IOException {
    return ArchiveWriter.inMemory("1", EngineSettings.DEFAULT);
  }

  private static void add(ArchiveWriter writer, String id) throws IOException {
    writer.put(Article.builder(id, "The ferry left.").build(), Optional.empty(), List::of);
  }

  private static int visible(ArchiveWriter writer) throws IOException {
    return writer.snapshots().use(snapshot -> snapshot.reader().numDocs());
  }

  @Test
  void isMadeByTheFirstSearchAfterAnInterval() throws IOException {
    try (ArchiveWriter writer = inMemory()) {
      DeferredRefresh refresh = new DeferredRefresh(writer);
      add(writer, "a");
      refresh.endInterval();
      assertThat(visible(writer)).isZero();

      refresh.beforeSearch();
      assertThat(visible(writer)).isEqualTo(1);

      add(writer, "b");
      refresh.beforeSearch();
      assertThat(visible(writer)).as("within the interval").isEqualTo(1);
    }
  }

  @Test
  void isMadeAtTheEndOfAnIntervalWithASearch() throws IOException {
    try (ArchiveWriter writer = inMemory()) {
      DeferredRefresh refresh = new DeferredRefresh(writer);
      refresh.beforeSearch();
      add(writer, "a");

      refresh.endInterval();

      assertThat(visible(writer)).isEqualTo(1);
    }
  }

  @Test
  void isMadeWithoutASearchAfterManyChanges() throws IOException {
    try (ArchiveWriter writer = inMemory()) {
      DeferredRefresh refresh = new DeferredRefresh(writer, 2);
      add(writer, "a");
      refresh.endInterval();
      assertThat(visible(writer)).isZero();
      add(writer, "b");

      refresh.endInterval();

      assertThat(visible(writer)).isEqualTo(2);
    }
  }

  @Test
  void thatFailsDoesNotFailTheSearchButTheNextInterval() throws IOException {
    ArchiveWriter writer = inMemory();
    DeferredRefresh refresh = new DeferredRefresh(writer);
    refresh.endInterval();
    writer.close();

    assertThatCode(refresh::beforeSearch).doesNotThrowAnyException();

    assertThatThrownBy(refresh::endInterval)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is closed");
  }

  @Test
  void archiveThatIsNotSearchedWritesOneSegment() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, "1", EngineSettings.DEFAULT)) {
      for (int i = 0; i < 20; i++) {
        Article article = Article.builder("a" + i, "The ferry left.").build();
        engine.put(article, Optional.empty(), List::of);
        engine.refreshForSearches();
      }
      engine.commit();
    }

    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.leaves()).hasSize(1);
    }
  }
}
