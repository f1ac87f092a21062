package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The width and the styles of what is printed. */
class DisplayOptionsTest {

  private static final String BOLD = "\u001b[1m";

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      for (String name : new String[] {"Ada Holm", "Wilhelmina Featherstonehaugh-Marjoribanks"}) {
        open.add(
            Article.builder(
                    name,
                    "\u201cBefore the last harvest of that very wet summer the old mill was sold to"
                        + " the first buyer who asked for it, \u6c34\u8eca\u5c0f\u5c4b\u3001\u6c34"
                        + "\u8eca\u5c0f\u5c4b,\u201d "
                        + name
                        + " said.")
                .published(Published.parse("2024-05-06"))
                .title("A mill and its many buyers")
                .outlet("The Harbour Observer and General Advertiser of the Northern Isles")
                .build());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 80, 100, 140, 200})
  void noRowIsWrapped(int columns) {
    for (String command :
        new String[] {
          "concordance mill",
          "facets --facet speaker --facet outlet",
          "timeline",
          "timeline --split speaker",
          "timeline --split outlet",
          "keywords --minimum 1",
          "words",
          "collocates --of mill --minimum 1",
          "dispersion --of mill --by speaker",
          "wordings --minimum 1",
          "search --facet outlet mill"
        }) {
      String line = command.replaceFirst(" |$", " --archive " + archive + " ");
      Run run = Run.onTerminal(columns, (Object[]) line.strip().split(" +"));

      assertThat(run.code()).as(line).isZero();
      assertThat(run.out().lines().map(TextWidth::of))
          .as(line)
          .isNotEmpty()
          .allSatisfy(width -> assertThat(width).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void concordanceKeepsTheMatchInOneColumn() {
    String narrow = Run.onTerminal(60, "concordance", "--archive", archive, "mill").out();
    String wide = Run.onTerminal(160, "concordance", "--archive", archive, "mill").out();

    assertThat(narrow.lines().skip(2))
        .allSatisfy(row -> assertThat(row).contains("[mill]", "\u2026"));
    assertThat(narrow.lines().skip(2).map(row -> row.indexOf("[mill]")).distinct()).hasSize(1);
    assertThat(wide).contains("very wet summer the old  [mill]  was sold to the first");
  }

  @Test
  void optionSetsTheWidthOfTablesInFilesToo() {
    assertThat(run("facets --facet outlet").out()).contains("Advertiser of the Northern Isles");
    assertThat(run("facets --facet outlet --columns 60").out())
        .contains("The Harbour Observer and General Adve\u2026");
    assertThat(Run.of("--columns", 60, "facets", "--facet", "outlet", "--archive", archive))
        .isEqualTo(run("facets --facet outlet --columns 60"));
  }

  @Test
  void stylesAreAsAsked() {
    assertThat(run("search mill").out()).doesNotContain(BOLD).contains("**mill**");
    assertThat(run("search mill --color always").out()).contains(BOLD + "mill");
    assertThat(Run.onTerminal(80, "search", "--archive", archive, "mill").out())
        .contains(BOLD + "mill");
    assertThat(Run.onTerminal(80, "search", "--color", "NEVER", "--archive", archive, "mill").out())
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--columns 19 | option '--columns': must be a whole number from 20 to 10000, but was '19'",
        "--color red | option '--color': expected one of [AUTO, ALWAYS, NEVER]"
      })
  void refusesOtherValues(String option, String message) {
    Run run = run("facets --facet outlet " + option);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"'24 80\n', 80", "24 140, 140", "0 0,", "24,", "'',", "24 99999,", "x 80,"})
  void readsTheSizeOfATerminal(String size, Integer width) {
    assertThat(TerminalDevice.parse(size))
        .isEqualTo(width == null ? OptionalInt.empty() : OptionalInt.of(width));
  }

  private static Run run(String command) {
    return Run.of((Object[]) (command + " --archive " + archive).split(" "));
  }
}
