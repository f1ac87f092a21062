package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.AddObserver;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.engine.EngineSettings;
import onrecord.engine.Processors;
import onrecord.model.Article;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of values that an article may have when it is added, but not when it is read. */
class ArticleLimitsTest {

  private static final List<String> VALUES =
      IntStream.rangeClosed(0, ArticleBlock.MAX_VALUES).mapToObj(i -> "value " + i).toList();

  @TempDir Path folder;

  @Test
  void anArticleWithTooManyAuthorsOrTagsIsRejected() throws IOException {
    Article.Builder article = Article.builder("a", "Text.");
    try (Archive archive = Archive.inMemory()) {
      assertThatThrownBy(() -> archive.add(article.authors(VALUES).build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("article a must have at most 20000 authors, but has 20001");
      assertThatThrownBy(() -> archive.add(article.authors(List.of()).tags(VALUES).build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("article a must have at most 20000 tags, but has 20001");

      Article largest = article.tags(VALUES.subList(1, VALUES.size())).build();
      archive.add(largest);
      archive.refresh();
      assertThat(archive.article("a")).contains(largest);
    }
  }

  @Test
  void anArticleThatWasAddedBeforeThereWasALimitIsReadAndExtractedAgain() throws IOException {
    Article article =
        Article.builder("a", "\u201cIt opens,\u201d said Ann Lee.").tags(VALUES).build();
    Archive.open(folder).close();
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(
                directory, WriterConfig.of(EngineSettings.DEFAULT, new Processors(1)))) {
      writer.addDocuments(ArticleBlock.of(article, List.of(), Optional.of("before")).documents());
    }

    try (Archive archive = Archive.open(folder)) {
      AddReport report = archive.reextract(AddObserver.NONE);
      archive.refresh();

      assertThat(report.replaced()).isOne();
      assertThat(archive.article("a")).contains(article);
      assertThat(archive.info().quotations()).isOne();
    }
    assertThat(Archive.verify(folder).problems()).isEmpty();
  }
}
