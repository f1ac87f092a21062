package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.model.Article;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that writes reports. */
class ReportCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void addArticles() throws IOException {
    try (Archive open = Archive.open(folder.resolve("archive"))) {
      open.add(Article.builder("one", "\"The pier leaks,\" said Ada Holm.").build());
      open.add(Article.builder("two", "\"The pier rains,\" said Bo Lind.").build());
    }
  }

  private Run report(String options) {
    return Run.of(
        (Object[])
            ("report --archive " + folder.resolve("archive") + " " + options).split(" ", -1));
  }

  @Test
  void aReportIsWrittenToAFile() throws IOException {
    Path file = folder.resolve("report.html");

    assertThat(report("--output " + file + " --query pier --title Piers --limit 1 --by YEAR"))
        .isEqualTo(new Run(0, "", ""));

    Document page = Jsoup.parse(Files.readString(file));
    assertThat(page.title()).isEqualTo("Piers");
    assertThat(page.select(".hits li")).hasSize(1);
    assertThat(page.select("#quotations + p").text())
        .startsWith("The first 1 of 2, ordered by relevance");
  }

  @Test
  void optionsSpecifyOrderAndComparison() {
    Document page =
        Jsoup.parse(report("--sort SPEAKER --against rains --filter speaker=Ada_Holm pier").out());

    assertThat(page.text()).contains("Nothing was found").contains("Speaker Ada_Holm");
    page = Jsoup.parse(report("--sort SPEAKER --against rains pier").out());
    assertThat(page.select("#words + p").text())
        .isEqualTo("Compared with the quotations of: rains");
    assertThat(page.select(".hits b").eachText()).containsExactly("Ada Holm", "Bo Lind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --limit 201     | Invalid value for option '--limit': must be a whole number from 0 to 200, but was '201'
          --title= pier   | title of a report must not be blank
          --by century    | Invalid value for option '--by'
          --against (     | query
          """)
  void invalidOptionsAreReported(String options, String message) {
    Run run = report(options);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
