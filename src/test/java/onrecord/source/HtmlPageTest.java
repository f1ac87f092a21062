package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static onrecord.source.Reading.failures;
import static onrecord.source.Reading.file;
import static onrecord.source.Reading.only;
import static onrecord.source.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are read as articles, by their content and not by their name. */
class HtmlPageTest {

  private static final String TEXT =
      "<p>The mill reopens in the spring, said Ada Holm, who bought it from the town.</p>"
          + "<p>“The wheel turns again,” she said, and showed the wheel to those who came.</p>"
          + "<p>Nobody could say who pays for the flour that the mill needs until then.</p>";

  @TempDir Path folder;

  @Test
  void areReadWithoutTheirFurniture() throws Exception {
    Article article = only(resource("harbour-page.html"));

    assertThat(article)
        .isEqualTo(
            Article.builder(
                    "https://courier.example.org/news/2023/03/09/harbour-board-tidal-lock",
                    """
                    The board of the harbour voted on Wednesday for a lock that keeps the tide out \
                    of the old basin.

                    “We have waited for this for thirty years,” said the chair, Ada Holm.

                    She smiled.

                    What it costs

                    The lock costs nine million crowns, which the town and the harbour pay in equal \
                    parts.

                    “That is a lot of money for a door,” said Bo Lind, who voted against the plan.

                    Work begins in May.\
                    """)
                .title("Harbour board backs tidal lock")
                .published(Published.parse("2023-03-09T06:15:00+01:00"))
                .outlet("The Skerry Courier")
                .section("Local")
                .authors(List.of("Ines Vik", "Tom O'Dare"))
                .url("https://courier.example.org/news/2023/03/09/harbour-board-tidal-lock")
                .language("en")
                .tags(List.of("harbour", "tides"))
                .build());
  }

  @Test
  void areRecognizedWhateverTheirNameAndCase() throws IOException {
    assertThat(only(file(folder, "a.txt", "\n<!-- saved -->\n<HTML><BODY>" + TEXT)).text())
        .startsWith("The mill reopens")
        .endsWith("until then.");
    assertThat(only(file(folder, "b", "<!doctype html><p>" + TEXT)).text())
        .startsWith("The mill reopens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ul><li><a href='/1'>The mill reopens</a><li><a href='/2'>A seal opened the gate.</a></ul>",
        "<h1>404</h1><p>The page that you look for is not here, or it is not here any more.</p>",
        "<form><p>We and our 812 partners store your data, if you agree to that now.</p></form>",
        "<div><h2><a href='/1'>The mill reopens</a></h2><p>The wheel turns again, and the miller is"
            + " proud of that.</p><h2><a href='/2'>A seal at the gate</a></h2><p>It learned to open"
            + " the gate of the harbour by itself.</p><h2><a href='/3'>Lock voted</a></h2><p>The"
            + " board of the harbour was of two minds until the end.</p></div>",
        "<p></p>",
        ""
      })
  void withoutAnArticleAreCounted(String body) throws IOException {
    Path page = file(folder, "index.html", "<html><body>" + body);

    try (ArticleReader reader = ArticleReader.open(List.of(page))) {
      assertThat(reader.hasNext()).isFalse();
      assertThat(reader.report().skipped()).containsEntry("page without an article", 1L);
    }
  }

  @Test
  void withSeveralArticlesAreReadUpToTheSecond() throws IOException {
    String second =
        "<article><header><h1>Seal at the gate</h1></header><p>A seal learned to open the gate of the"
            + " harbour by itself, said Bo Lind.</p><p>“It wants fish,” he said, and nobody had a"
            + " better explanation for it.</p></article>";
    Path page =
        file(
            folder,
            "scroll.html",
            "<html><main><article><header><h1>Mill reopens</h1></header>"
                + TEXT
                + TEXT.replace("mill", "bakery").replace("wheel", "oven")
                + "</article>"
                + second
                + "</main>");

    assertThat(only(page).text()).contains("bakery").doesNotContain("seal");
  }

  @Test
  void whoseElementsDoNotContainTheTextAreReadFromWhatTheyDeclare() throws IOException {
    Path page =
        file(
            folder,
            "app.html",
            """
            <html><script type="application/ld+json">{"@type": "NewsArticle", "articleBody":
            "&lt;p&gt;The mill reopens, said &lt;b&gt;Ada&lt;/b&gt; Holm.&lt;/p&gt;&lt;p&gt;She bought it.&lt;/p&gt;"}
            </script><div id="app">Loading …</div>
            """);

    assertThat(only(page).text()).isEqualTo("The mill reopens, said Ada Holm.\n\nShe bought it.");
  }

  @Test
  void inWindows1252AreReadWhateverTheyDeclare() throws IOException {
    String page = "<html><meta charset=utf-8>" + TEXT.replace('“', '"').replace('”', '"');
    byte[] bytes = page.replace("Ada Holm", "Adéla Hölm").getBytes(ISO_8859_1);
    Path file = Files.write(folder.resolve("a.html"), bytes);

    assertThat(only(file).text()).contains("said Adéla Hölm");
  }

  @Test
  void ofAnyShapeAreReadInBoundedTimeAndMemory() throws IOException {
    String nested = "<div><b><blockquote>".repeat(100_000) + TEXT;
    String unclosed = "<p><a href='/x'><i>".repeat(20_000) + TEXT;
    String tables = "<table><tr><td>".repeat(20_000) + TEXT;
    String attributes = "<p " + "a b=c ".repeat(100_000) + ">" + TEXT;
    String nulls = TEXT.replace(" wheel", "\0 wheel\0");

    for (String page : List.of(nested, unclosed, tables, attributes, nulls)) {
      Path file = file(folder, "a.html", "<html>" + page);

      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(file));
    }
    assertThat(only(file(folder, "nulls.html", "<html>" + nulls)).text()).contains("wheel");
  }

  @Test
  void thatAreTooLargeAreRefused() throws IOException {
    int limit = RecordLimits.ofProcess().bytes();
    Path text = file(folder, "text.html", "<html><p>" + "A wheel. ".repeat(limit / 9 + 1));
    Path tags = file(folder, "tags.html", "<html>" + "<p>".repeat(limit / 8 + 1));

    assertThat(failures(text))
        .containsExactly(text + ": " + RecordLimits.ofProcess().tooLong("the page"));
    assertThat(failures(tags))
        .containsExactly(
            tags + ": the page must not have more than " + limit / 8 + " tags, but has");
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(HtmlPageTest.class.getResource("mixed/" + name).toURI());
  }
}
