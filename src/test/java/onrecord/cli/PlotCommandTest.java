package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that draws statistics. */
class PlotCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void addArticles() throws IOException {
    try (Archive open = Archive.open(folder.resolve("archive"))) {
      open.add(
          Article.builder("one", "\"Bo Lind sold the pier, and the pier leaks,\" said Ada Holm.")
              .outlet("Quay Post")
              .published(Published.parse("2024-05-01"))
              .build());
      open.add(
          Article.builder("two", "\"It rains,\" said Bo Lind.")
              .published(Published.parse("2024-06-02"))
              .build());
    }
  }

  private Run plot(String options) {
    return Run.of(
        (Object[]) ("plot --archive " + folder.resolve("archive") + " " + options).split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --chart timeline pier              | Most quotations were published in May 2024: 1 of 1
          --chart timeline --by day          | Most quotations were published on 1 May 2024: 1 of 2
          --chart timeline --date said       | No quotation has a date on which it was said
          --chart timeline --split speaker:1 | Over time, Ada Holm has 1 quotation of 2
          --chart facet                      | Most frequent speaker: Ada Holm, in 1 of 2 quotations
          --chart FACET --facet outlet:2     | Most frequent outlet: Quay Post, in 1 of 2 quotations
          --chart keywords pier              | Most distinctive word: pier, 2 times here and 0 in the others
          --chart keywords --against rains pier | Most distinctive word: pier, 2 times here and 0 in the others
          --chart network                    | Ada Holm speaks about Bo Lind most often: 1 quotation
          """)
  void everyStatisticIsDrawn(String options, String title) {
    Run run = plot(options);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ")
        .contains("<title id=\"chart-title\">" + title + "</title>")
        .endsWith("</svg>\n");
  }

  @Test
  void anImageIsWrittenToAFileInTheWidthRequested() {
    Path file = folder.resolve("network.svg");

    assertThat(plot("--chart network --width 500 --output " + file)).isEqualTo(new Run(0, "", ""));

    assertThat(file).content().contains(" width=\"500\" ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pier                           | Missing required option: '--chart=STATISTIC'
          --chart pie                    | Invalid value for option '--chart': expected one of [TIMELINE, FACET, KEYWORDS, NETWORK] (case-insensitive) but was 'pie'
          --chart network --width 10     | Invalid value for option '--width': must be a whole number from 240 to 4000, but was '10'
          --chart facet --facet colors   | a facet must be one of
          --chart timeline --split said  | a timeline must not be split by a facet with dates for values, but was by said
          --chart keywords --against (   | query
          """)
  void invalidOptionsAreReported(String options, String message) {
    Run run = plot(options);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
