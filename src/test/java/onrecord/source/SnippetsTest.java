package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documentation of this package. */
class SnippetsTest {

  @TempDir Path folder;

  @Test
  void read() throws IOException {
    Reading.file(folder, "a.txt", "Mill\n\nIt reopens.");
    Reading.file(folder, "b.txt", "");
    Path news = folder;
    List<Article> read = new ArrayList<>();
    List<String> failed = new ArrayList<>();

    // @start region="read"
    try (ArticleReader articles = ArticleReader.open(List.of(news))) {
      while (articles.hasNext()) {
        ArticleRecord record = articles.next();
        if (record.failure().isEmpty()) {
          read.add(record.article());
        } else {
          failed.add(record.failure().get().getMessage());
        }
      }
    }
    // @end

    assertThat(read).extracting(Article::title).containsExactly("Mill");
    assertThat(failed).hasSize(1);
  }
}
