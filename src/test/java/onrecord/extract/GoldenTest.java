package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.source.ArticleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the quotations of each article in {@code index-fixtures} with the golden file of the
 * same name in {@code src/test/resources/golden}. A golden file holds what a reader finds, and
 * marks where the extractor does not agree ({@link GoldenFile}); any change of what is extracted
 * shows as a difference. {@code mvn test -Dtest=GoldenTest -Dgolden=write} sets the marks anew and
 * leaves the reader's entries as they are. MIXED quotations that are asserted as nobody's are left
 * out.
 */
class GoldenTest {
  static final Path ARTICLES = Path.of("index-fixtures");
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  private final Extractor extractor = new Extractor();

  @Test
  void everyArticleHasAGoldenFileAndEachGoldenFileAnArticle() {
    assertThat(names(ARTICLES)).hasSizeGreaterThan(20).isEqualTo(names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void theQuotationsAreThoseOfTheGoldenFile(String name) throws IOException {
    Path golden = GOLDEN.resolve(name);
    String expected = Files.readString(golden);

    String actual = GoldenFile.parse(expected).beside(extracted(ARTICLES.resolve(name)));

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, actual);
    } else {
      assertThat(actual).as(name).isEqualTo(expected);
    }
  }

  private List<String> extracted(Path file) throws IOException {
    Article article = read(file);
    return extractor.extract(article).stream()
        .filter(q -> !isAtArmsLength(q))
        .map(q -> GoldenForm.of(article, q))
        .toList();
  }

  /** Marked words in the reporter's sentence that are asserted as nobody's: titles, nicknames. */
  private static boolean isAtArmsLength(Quotation q) {
    return q.kind() == QuotationKind.MIXED && !q.speaker().isKnown() && q.mention().isEmpty();
  }

  static Article read(Path file) throws IOException {
    try (ArticleReader articles = ArticleReader.open(List.of(file))) {
      return articles.next().article();
    }
  }

  static Stream<String> articles() {
    return names(ARTICLES).stream();
  }

  private static TreeSet<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
