package onrecord.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import onrecord.format.QuotationJson;
import onrecord.model.Article;
import onrecord.model.QuotationKind;
import org.junit.jupiter.api.Test;

/**
 * Holds that another extractor is of another version. An archive finds by the version which
 * articles to extract again, so a change of the word lists, or of what is found in the golden
 * articles or in {@link SentenceShapes}, must raise it. When this fails, raise the version and
 * write down the fingerprints that the failure shows.
 */
class ExtractorVersionTest {

  private static final String VERSION_AND_FINGERPRINTS =
      """
      version 10
      words aba9405e2cb61c2613fb0faa4d6f74b1908214d3cae20ae030873e0da4343f9b
      golden 95582840dcd1697f1a1dad9521f866dbb332c4a4a6ae8286c5d32b05d546ccc2
      shapes bd77c02e31570d257d32db1510753033843fea3bcc90f1fd2c522102378c3743
      """;

  private static final Path RESOURCES = Path.of("src", "main", "resources", "onrecord");

  private final Extractor extractor = new Extractor();

  @Test
  void anotherExtractorIsOfAnotherVersion() throws IOException {
    String found =
        """
        version %s
        words %s
        golden %s
        shapes %s
        """
            .formatted(Extractor.VERSION, words(), golden(), shapes());

    assertThat(found).isEqualTo(VERSION_AND_FINGERPRINTS);
  }

  @Test
  void anExtractorWithoutIndirectSpeechIsOfAnotherVersion() {
    Extractor quoted = Extractor.builder().indirect(false).build();

    assertThat(quoted.version()).isEqualTo(Extractor.VERSION + "+without-indirect");
  }

  @Test
  void anExtractorWithoutIndirectSpeechFindsTheSameOtherQuotations() {
    Extractor quoted = Extractor.builder().indirect(false).build();

    SentenceShapes.forEach(article ->
        assertThat(quoted.extract(article))
            .isEqualTo(
                extractor.extract(article).stream()
                    .filter(quotation -> quotation.kind() != QuotationKind.INDIRECT)
                    .toList()));
  }

  @Test
  void theShapesAreManyAndHoldQuotations() {
    int[] counts = new int[2];
    SentenceShapes.forEach(article -> {
      counts[0]++;
      counts[1] += extractor.extract(article).size();
    });

    assertThat(counts[0]).isGreaterThan(5_000);
    assertThat(counts[1]).isGreaterThan(15_000);
  }

  /** The fingerprint of the word lists, without comments, empty lines and line breaks. */
  private static String words() throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    for (Path file : wordLists()) {
      hasher.putString(RESOURCES.relativize(file).toString().replace('\\', '/'), UTF_8);
      Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> hasher.putChar(' ').putString(line.strip(), UTF_8));
    }
    return hasher.hash().toString();
  }

  private static List<Path> wordLists() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      PathMatcher text = FileSystems.getDefault().getPathMatcher("glob:**/{extract,text}/**.txt");
      List<Path> lists = files.filter(text::matches).sorted().toList();
      assertThat(lists).hasSizeGreaterThan(9);
      return lists;
    }
  }

  private String golden() throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String name : GoldenTest.articles().toList()) {
      putQuotations(hasher, GoldenTest.read(GoldenTest.ARTICLES.resolve(name)));
    }
    return hasher.hash().toString();
  }

  private String shapes() {
    Hasher hasher = Hashing.sha256().newHasher();
    SentenceShapes.forEach(article -> putQuotations(hasher, article));
    return hasher.hash().toString();
  }

  private void putQuotations(Hasher hasher, Article article) {
    hasher.putString(QuotationJson.of(article, extractor.extract(article)), UTF_8).putChar('\n');
  }
}
