package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import onrecord.HiddenLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading without the libraries that only some formats need. */
class OptionalLibraryTest {

  private static final String JACKSON = "tools.jackson";
  private static final String FASTCSV = "de.siegmar.fastcsv";

  @TempDir Path folder;

  @Test
  void withoutJacksonJsonLinesFailAndOtherFilesAreRead() throws Exception {
    Path lines = Reading.file(folder, "a.jsonl", "{\"id\":\"1\",\"text\":\"T\"}");
    Path unnamed = Reading.file(folder, "lines", "{\"id\":\"1\",\"text\":\"T\"}");
    Reading.file(folder, "b.txt", "T");

    assertThat(HiddenLibrary.run(JACKSON, Articles.class, unnamed.toString()))
        .isEqualTo(
            unnamed + ": add tools.jackson.core:jackson-core to the class path to read JSON Lines");
    assertThat(HiddenLibrary.run(JACKSON, Articles.class, folder.toString()))
        .isEqualTo(
            lines
                + ": add tools.jackson.core:jackson-core to the class path to read JSON Lines\n"
                + "b\n"
                + unnamed
                + ": add tools.jackson.core:jackson-core to the class path to read JSON Lines");
    assertThat(HiddenLibrary.run(FASTCSV, Articles.class, folder.toString())).isEqualTo("1\nb\n1");
  }

  @Test
  void listsOfSpeakersNeedTheLibraryOfTheirFormatAlone() throws Exception {
    Path lines = Reading.file(folder, "list.jsonl", "{\"name\":\"Ada\"}");
    Path csv = Reading.file(folder, "list.csv", "name\nBo\n");

    assertThat(HiddenLibrary.run(JACKSON, Speakers.class, lines.toString()))
        .isEqualTo(
            lines + ": add tools.jackson.core:jackson-core to the class path to read JSON Lines");
    assertThat(HiddenLibrary.run(JACKSON, Speakers.class, csv.toString())).isEqualTo("Bo");
    assertThat(HiddenLibrary.run(FASTCSV, Speakers.class, csv.toString()))
        .isEqualTo(csv + ": add de.siegmar:fastcsv to the class path to read CSV");
    assertThat(HiddenLibrary.run(FASTCSV, Speakers.class, lines.toString())).isEqualTo("Ada");
  }

  @Test
  void pagesNeedTheLibrariesForHtmlAndForWhatTheyDeclareInJson() throws Exception {
    String html = "<html><p>Ada Holm said that the mill reopens in the spring of next year.</p>";
    Path page = Reading.file(folder, "a.html", html);
    Path warc = Reading.file(folder, "a.warc", "WARC/1.0\r\n");

    assertThat(HiddenLibrary.run("org.jsoup", Articles.class, page.toString()))
        .isEqualTo(page + ": add org.jsoup:jsoup to the class path to read HTML");
    assertThat(HiddenLibrary.run(JACKSON, Articles.class, page.toString()))
        .isEqualTo(page + ": add tools.jackson.core:jackson-core to the class path to read HTML");
    assertThat(HiddenLibrary.run("org.jsoup", Articles.class, warc.toString()))
        .isEqualTo(warc + ": add org.jsoup:jsoup to the class path to read WARC");
  }

  @Test
  void aPageThatIsCompressedByBrotliIsCountedWithWhatToAdd() throws Exception {
    byte[] page =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\u001b8\u0001")
            .getBytes(UTF_8);
    Path warc =
        Reading.file(
            folder,
            "a.warc",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
                + "Content-Length: "
                + page.length
                + "\r\n\r\n"
                + new String(page, UTF_8)
                + "\r\n\r\n");

    assertThat(HiddenLibrary.run("org.brotli", Skipped.class, warc.toString()))
        .isEqualTo("{add org.brotli:dec to the class path to read pages compressed by Brotli=1}");
  }

  /** Reads the articles of a path: what is not an article. */
  public static final class Skipped implements Function<String, String> {
    @Override
    public String apply(String path) {
      try (ArticleReader articles = ArticleReader.open(List.of(Path.of(path)))) {
        articles.forEachRemaining(record -> {});
        return articles.report().skipped().toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads the articles of a path: the id or the failure of each. */
  public static final class Articles implements Function<String, String> {
    @Override
    public String apply(String path) {
      try (ArticleReader articles = ArticleReader.open(List.of(Path.of(path)))) {
        return articles.stream()
            .map(record -> record.failure().map(Throwable::getMessage).orElseGet(() -> id(record)))
            .collect(Collectors.joining("\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String id(ArticleRecord record) {
      try {
        return record.article().id();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads a list of known speakers: their names or the failure. */
  public static final class Speakers implements Function<String, String> {
    @Override
    public String apply(String path) {
      try {
        return KnownSpeakerReader.read(Path.of(path)).stream()
            .map(speaker -> speaker.name())
            .collect(Collectors.joining("\n"));
      } catch (IOException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }
}
