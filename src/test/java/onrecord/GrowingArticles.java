package onrecord;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.model.Article;

/**
 * Adds articles of growing size to an archive until memory runs out, then one more, and prints the
 * id of each after its commit.
 */
final class GrowingArticles {

  static final String OUT_OF_MEMORY = "Out of memory.";

  private GrowingArticles() {}

  static Article article(int number) {
    String sentence = "“It is number " + number + ",” said Ann Lee. ";
    return Article.builder("a" + number, sentence.repeat(1 << number)).build();
  }

  public static void main(String[] arguments) throws IOException {
    int number = 0;
    try (Archive archive = Archive.open(Path.of(arguments[0]))) {
      try {
        for (; ; number++) {
          add(archive, article(number));
        }
      } catch (OutOfMemoryError e) {
        System.out.println(OUT_OF_MEMORY);
      } catch (IOException e) {
        // Memory ran out in another thread that writes.
        System.out.println(OUT_OF_MEMORY);
        System.out.println(e);
      }
      add(archive, article(0));
    }
  }

  private static void add(Archive archive, Article article) throws IOException {
    archive.add(article);
    archive.commit();
    System.out.println(article.id());
  }
}
