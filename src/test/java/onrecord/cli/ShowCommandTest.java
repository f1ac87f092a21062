package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowCommandTest {

  private static final String TEXT =
      """
      The mill closed in May.

      \u201cWe sold the wheel,\u201d said Ada Holm. \u201cNobody else wanted it.\u201d

      The stones are still there.

      \u201cThey are too heavy,\u201d she added.

      The end.
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void addArticles() throws IOException {
    Instant now = Instant.parse("2024-06-30T12:00:00Z");
    ArchiveOptions options = ArchiveOptions.builder().clock(() -> now).build();
    try (Archive open = Archive.open(folder.resolve("archive"), options)) {
      open.add(
          Article.builder("mill-2024", TEXT)
              .title("The last mill")
              .outlet("Harbour Observer")
              .published(Published.parse("2024-05-06"))
              .build());
      open.add(Article.builder("mill-2023", "Nothing was said.").build());
      open.add(Article.builder("mill", "\u201cYes,\u201d said Bo Lind.").build());
    }
  }

  @Test
  void printsAnArticleWithItsQuotationsMarked() {
    assertThat(run("mill-2024").out())
        .startsWith(
            """
            The last mill
            Harbour Observer \u00b7 2024-05-06 \u00b7 mill-2024
            added 2024-06-30T12:00:00Z

            The mill closed in May.

            \u201c**We sold the wheel,**\u201d {said} <Ada Holm>. \u201c**Nobody else wanted it.**\u201d

            The stones are still there.

            \u201c**They are too heavy,**\u201d <she> {added}.

            The end.

            Marked: **words**, <speakers>, {cues}

            """)
        .containsPattern(
            "1\\. Ada Holm: \u201cWe sold the wheel,.*\u201d \\(DIRECT, confidence 0\\.\\d\\d, by")
        .contains("mill-2024#26");
  }

  @Test
  void printsAQuotationInTheParagraphsAroundIt() {
    String id = run("mill-2024").out().replaceAll("(?s).*(mill-2024#\\d+).*", "$1");

    String last = run(id).out();

    assertThat(last)
        .contains("The stones are still there.\n\n\u201c**They are", "The end.\n\nMarked:")
        .contains("1. Ada Holm: ")
        .doesNotContain("The mill closed", "We sold", "2. ");
  }

  @Test
  void marksByStylesOnATerminal() {
    Run run = Run.onTerminal(80, "show", "--archive", folder.resolve("archive"), "mill-2024#");

    assertThat(run.err())
        .contains("several ids begin with 'mill-2024#': mill-2024#117, mill-2024#26");
    assertThat(
            Run.onTerminal(80, "show", "--archive", folder.resolve("archive"), "mill-2024").out())
        .contains(
            "\u001b[1mWe\u001b[0m \u001b[1msold\u001b[0m",
            "\u001b[36mAda\u001b[0m \u001b[36mHolm\u001b[0m",
            "\u001b[33msaid\u001b[0m")
        .doesNotContain("**");
  }

  @ParameterizedTest
  @CsvSource({"mill, mill", "mill-2023, mill-2023", "mill-2024, mill-2024", "mill#, mill"})
  void anIdOrTheStartOfOneIsEnough(String start, String article) {
    assertThat(run(start, "--json").out()).startsWith("{\"id\":\"" + article + "\",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mill- | several ids begin with 'mill-': mill-2023, mill-2024",
        "mall | no article or quotation has an id that begins with 'mall'"
      })
  void saysWhyThereIsNotOne(String start, String message) {
    Run run = run(start);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("onrecord: " + message + System.lineSeparator());
  }

  @Test
  void everyHitHasAnIdThatItTakes() {
    String archive = folder.resolve("archive").toString();

    assertThat(Run.of("search", "--archive", archive, "wheel").out()).contains("mill-2024#26");
    assertThat(Run.of("concordance", "--archive", archive, "wheel").out())
        .contains("Ada Holm  mill-2024#26");
    assertThat(Run.of("concordance", "--no-ids", "--archive", archive, "wheel").out())
        .contains("Ada Holm")
        .doesNotContain("mill-2024");
    assertThat(Run.onTerminal(119, "concordance", "--archive", archive, "wheel").out())
        .doesNotContain("mill-2024");
    assertThat(Run.onTerminal(120, "concordance", "--archive", archive, "wheel").out())
        .contains("mill-2024#26");
    assertThat(Run.onTerminal(30, "concordance", "--ids", "--archive", archive, "wheel").out())
        .contains("mill-2024#26");
  }

  private static Run run(String id, String... options) {
    Object[] arguments = new Object[options.length + 4];
    System.arraycopy(options, 0, arguments, 4, options.length);
    arguments[0] = "show";
    arguments[1] = "--archive";
    arguments[2] = folder.resolve("archive");
    arguments[3] = id;
    return Run.of(arguments);
  }
}
