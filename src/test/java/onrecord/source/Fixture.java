package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.model.Article;

/** Files that the tests of the readers of formats read. */
final class Fixture {

  private Fixture() {}

  /** {@return the content of a file of the tests} */
  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Fixture.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no file " + name);
      }
      return in.readAllBytes();
    }
  }

  /** {@return the records of a file of the tests, recognized by its content alone} */
  static List<ArticleRecord> read(Path folder, String name) throws IOException {
    return read(folder, bytes(name));
  }

  /** {@return the records of a content, recognized by it alone} */
  static List<ArticleRecord> read(Path folder, byte[] content) throws IOException {
    return Reading.read(Files.write(folder.resolve("download"), content));
  }

  /** {@return the articles of a file of the tests, recognized by its content alone} */
  static List<Article> articles(Path folder, String name) throws IOException {
    return articles(read(folder, name));
  }

  /** {@return the articles of records} */
  static List<Article> articles(List<ArticleRecord> records) throws IOException {
    List<Article> articles = new ArrayList<>();
    for (ArticleRecord record : records) {
      articles.add(record.article());
    }
    return articles;
  }

  /** {@return the report of reading a content, recognized by it alone} */
  static ReadReport report(Path folder, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("download"), content);
    try (ArticleReader reader = ArticleReader.open(List.of(file))) {
      reader.forEachRemaining(record -> {});
      return reader.report();
    }
  }
}
