package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands that count the words of what a search finds. */
class CorpusCommandsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      add(open, "a", "Echo", "Ada Holm", "The old mill is the old mill.");
      add(open, "b", "Echo", "Bo Lind", "Close the old mill, close the quay!");
      add(open, "c", "Post", "Ada Holm", "No quay, no mill.");
    }
  }

  private static void add(Archive archive, String id, String outlet, String speaker, String words)
      throws IOException {
    Article article =
        Article.builder(id, words).outlet(outlet).published(Published.parse("2024-03-01")).build();
    archive.add(
        article,
        List.of(
            Quotation.builder(article, List.of(new Span(0, words.length())))
                .speaker(Speaker.of(speaker, SpeakerType.PERSON))
                .build()));
  }

  @Test
  void wordsAreListedByFrequency() {
    assertThat(run("words", "--minimum", "3").out())
        .isEqualTo(
            """
            18 words in 3 quotations (direct, mixed)

            word  count  per million  quotations  articles
            mill      4       222222           3         3
            the       4       222222           2         2
            old       3       166667           2         2
            """);
    assertThat(run("words", "--size", "3", "--exclude", "CLOSE is", "-n", "1").out())
        .isEqualTo(
            """
            18 words in 3 quotations (direct, mixed)

            words         count  per million  quotations  articles
            the old mill      3       166667           2         2
            """);
    assertThat(run("words", "--size", "2", "-n", "1").out()).endsWith("\nand 2 more\n");
    assertThat(run("words", "--size", "5").out())
        .isEqualTo("18 words in 3 quotations (direct, mixed)\n");
  }

  @Test
  void wordsAreTheSameForPrograms() {
    assertThat(json("words", "--size", "2", "--exclude", "mill", "--speaker", "lind"))
        .isEqualTo(
            JSON.readTree(
                """
                {"request":{"size":2,"minimum":2,"excluded":["mill"],"limit":50},
                 "quotations":1,"words":7,"found":1,
                 "entries":[{"text":"close the","count":2,"perMillion":285714.28571428574,
                  "quotations":1,"articles":1}]}
                """));
    assertThat(run("words", "--limit", "1", "--format", "csv").out())
        .isEqualTo(
            """
            text,count,per_million,quotations,articles
            mill,4,222222.22222222222,3,3
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"words"})
  void takesTheOptionsOfASearch(String command) {
    Run all = run(command.split(" "));
    Run one = run((command + " --distinct --outlet Post --indirect").split(" "));

    assertThat(List.of(all.err(), one.err())).containsOnly("");
    assertThat(one.out()).isNotEqualTo(all.out()).contains("each wording once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          words --size 6    | size of a sequence of words must be 1 to 5, but was 6
          words --size 0    | Invalid value for option '--size': must be a whole number from 1 to 2147483647, but was '0'
          words --minimum 0 | Invalid value for option '--minimum': must be a whole number from 1 to 2147483647, but was '0'
          words --limit 0   | Invalid value for option '--limit': must be a whole number from 1 to 2147483647, but was '0'
          """)
  void refusesWhatItCannotAnswer(String command, String message) {
    Run run = run(command.split(" +"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("onrecord: " + message + "\n");
  }

  private static Run run(String... arguments) {
    return Run.of(
        Stream.concat(Stream.of(arguments[0], "--archive", archive), Stream.of(arguments).skip(1))
            .toArray());
  }

  /** A result without its selection. */
  private static JsonNode json(String... arguments) {
    Run run = run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    ObjectNode result = (ObjectNode) JSON.readTree(run.out());
    assertThat(result.remove("selection")).isNotNull();
    return result;
  }
}
