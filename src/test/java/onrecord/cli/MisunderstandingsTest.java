package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told who mistypes, combines options in vain, or gets an empty answer. */
class MisunderstandingsTest {

  @TempDir private Path folder;

  @BeforeEach
  void addArticles() throws IOException {
    try (Archive open = Archive.open(folder.resolve("archive"))) {
      open.add(
          Article.builder("one", "\"The weir leaks,\" said Ada Quill.")
              .outlet("Asel Post")
              .published(Published.parse("2024-05-01"))
              .build());
      open.add(Article.builder("two", "\"The weir is mine,\" said Bo Lind.").build());
    }
  }

  private Run run(String command, Object... more) {
    return Run.on(folder.resolve("archive"), command, more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          facets --facet spaeker              | but was 'spaeker'; the nearest is 'speaker'
          facets --facet Speaker_typ          | but was 'Speaker_typ'; the nearest is 'speaker-type'
          facets --facet speaker,outlet       | but was 'speaker,outlet'; the nearest is 'speaker'; each facet is given by itself
          search --filter outlett=x           | but was 'outlett'; the nearest is 'outlet'
          table --by published:month,outlet   | but was 'published:month,outlet'; each dimension is given by itself
          search --filter speaker-type=persn  | value of facet speaker_type must be one of [PERSON,
          search --filter published=2024-99   | value of facet published: date '2024-99' is not in the calendar
          search --speaker-type persn         | but was 'persn'
          search --half-life 9 --sort newest  | change the order by relevance, but --sort is newest
          search --weigh-length 1 --sort speaker | change the order by relevance, but --sort is speaker
          search --weigh-confidence 1 --sort confidence | change the order by relevance, but --sort is confidence
          search --partial                    | --partial requires --time
          search --facet outlet --format csv  | the command facets prints counts as a table
          plot --chart network --facet outlet | --facet applies to --chart facet, not to network
          plot --chart facet --split outlet   | --split applies to --chart timeline, not to facet
          plot --chart facet --against weir   | --against applies to --chart keywords, not to facet
          plot --chart keywords --by year     | --by applies to --chart timeline, not to keywords
          plot --chart keywords --date said   | --date applies to --chart timeline, not to keywords
          """)
  void wrongArgumentsAreExplained(String command, String message) {
    Run run = run(command);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search --half-life 9 --sort relevance",
        "search --weigh-length 1",
        "search --partial --time 9",
        "plot --chart facet --facet outlet",
        "plot --chart keywords --against weir",
        "plot --chart timeline --by year --date said --split outlet"
      })
  void optionsThatFitEachOtherAreTaken(String command) {
    assertThat(run(command).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          collocates --of barge                        | barge
          collocates leaks --of mine                   | nothing
          dispersion --of barge --by outlet            | barge
          dispersion barge --of weir --by outlet       | barge
          keywords weir --against barge                | barge
          keywords barge                               | barge
          table --by outlet barge                      | barge
          """)
  void anEmptyAnswerNamesWhatTheArchiveDoesNotHave(String command, String part) {
    Run run = run(command);

    assertThat(run.code()).isZero();
    if (part.equals("nothing")) {
      assertThat(run.err()).isEmpty(); // Both words are there, but never together.
    } else {
      assertThat(run.err()).isEqualTo("onrecord: nothing in the archive matches " + part + "\n");
    }
    String json = run(command + " --json").out();
    assertThat(json.contains("\"hints\"")).isEqualTo(!part.equals("nothing"));
  }

  @Test
  void agreementOfOneCoderIsSaidToBeNone() throws IOException {
    Path sheet = folder.resolve("sheet.csv");
    Files.writeString(sheet, "quotation,stance\none#1,for\n");
    assertThat(run("annotate " + sheet).err())
        .isEqualTo(
            "onrecord: "
                + sheet
                + ", line 2: stance: the coder is not known; name one in a column 'coder', or for all"
                + " rows by --coder\n");
    String none = "no quotation has labels of two coders or more\n";
    assertThat(run("annotations --agreement").out()).endsWith(none);
    assertThat(run("annotate " + sheet + " --coder ann").code()).isZero();

    assertThat(run("annotations --agreement").out()).endsWith(none);
    assertThat(run("annotate " + sheet + " --coder ben").code()).isZero();

    assertThat(run("annotations --agreement").out()).doesNotContain(none);
  }

  @Test
  void filesOfOptionsThatAreMissingOrEmptyAreNamed() throws IOException {
    Path missing = folder.resolve("missing.txt");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "# nothing yet\n\n");

    for (String option : List.of("--synonyms", "--id-file")) {
      assertThat(run("search " + option + " " + missing).err())
          .contains("'" + option + "'", missing + "', which does not exist");
    }
    assertThat(run("search --synonyms " + empty).err())
        .contains("must have a group such as 'car, automobile' on a line, but '" + empty);
  }
}
