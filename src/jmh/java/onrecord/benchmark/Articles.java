package onrecord.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.model.Article;
import onrecord.source.ArticleReader;

/** The articles from which {@link SpeedBenchmark} extracts quotations. Immutable. */
record Articles(List<Article> list) {

  /**
   * The articles in the repository, whose texts are short, so that four are joined into one
   * article.
   */
  static final String FIXTURES = "index-fixtures";

  private static final int TEXTS_PER_ARTICLE = 4;

  Articles {
    list = List.copyOf(list);
  }

  /**
   * Reads the articles of a file or folder.
   *
   * @throws IOException if an article cannot be read
   */
  static Articles read(String path) throws IOException {
    List<Article> read = new ArrayList<>();
    try (ArticleReader reader = ArticleReader.open(List.of(Path.of(path)))) {
      while (reader.hasNext()) {
        read.add(reader.next().article());
      }
    }
    return new Articles(path.equals(FIXTURES) ? joined(read) : read);
  }

  /**
   * Returns as many articles as before, each with the texts of the next ones appended to its own.
   */
  private static List<Article> joined(List<Article> articles) {
    return IntStream.range(0, articles.size())
        .mapToObj(first ->
            Article.builder(
                    articles.get(first).id(),
                    IntStream.range(first, first + TEXTS_PER_ARTICLE)
                        .mapToObj(i -> articles.get(i % articles.size()).text())
                        .collect(Collectors.joining("\n\n")))
                .build())
        .toList();
  }

  /** {@return the length of all texts in bytes of UTF-8} */
  long bytes() {
    return list.stream()
        .mapToLong(article -> article.text().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  /** {@return the length of all texts in characters} */
  long characters() {
    return list.stream().mapToLong(article -> article.text().length()).sum();
  }
}
