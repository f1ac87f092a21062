package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.format.SavedSearchJson;
import onrecord.model.Article;
import onrecord.query.SavedSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that are answered with what is new, and when articles came in. */
class NewSinceTest {

  @TempDir private Path folder;
  private Path archive;
  private Path state;

  @BeforeEach
  void indexAnArticle() throws IOException {
    archive = folder.resolve("archive");
    state = folder.resolve("saved.json");
    add("2024-05-01T10:00:00Z", "x1", "The bridge is safe");
  }

  private void add(String time, String id, String words) throws IOException {
    Instant now = Instant.parse(time);
    try (Archive open = Archive.open(archive, ArchiveOptions.builder().clock(() -> now).build())) {
      open.add(Article.builder(id, "“" + words + ",” said Bo Lind.").build());
    }
  }

  private Run run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command, "--archive", archive.toString()));
    line.addAll(List.of(arguments));
    return Run.of(line.toArray());
  }

  private List<String> exported(String... more) {
    List<String> options =
        new ArrayList<>(List.of("--new-since", state.toString(), "--format", "tsv"));
    options.addAll(List.of(more));
    Run run = run("export", options.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out().lines().skip(1).map(line -> line.substring(0, line.indexOf('#'))).toList();
  }

  @Test
  void eachQuotationIsPrintedOnce() throws IOException {
    assertThat(exported("bridge")).containsExactly("x1");
    assertThat(exported("bridge")).isEmpty();
    add("2024-05-02T10:00:00Z", "x2", "No bridge is safe");
    add("2024-05-03T10:00:00Z", "x3", "The road is safe");
    add("2024-05-03T10:00:00Z", "x1", "The bridge is safe");

    assertThat(exported()).as("without the search").containsExactly("x2");
    SavedSearch saved = SavedSearchJson.read(Files.readString(state));
    assertThat(saved.watermark().commit()).isEqualTo(3);
    assertThat(saved.selection().query()).hasToString("bridge");
    add("2024-05-04T10:00:00Z", "x1", "The bridge is not safe");

    Run search = run("search", "--new-since", state.toString(), "bridge");
    assertThat(search.code()).isZero();
    assertThat(search.out()).startsWith("1 quotation").contains("The **bridge** is not safe");
    assertThat(run("search", "--new-since", state.toString()).out()).startsWith("0 quotations");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("archive", "saved.json");
    }
  }

  @Test
  void answerThatFailsIsGivenAgain() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "");

    Run failed = run("export", "--new-since", state.toString(), "-o", taken.toString());

    assertThat(failed.code()).isNotZero();
    assertThat(state).doesNotExist();
    assertThat(exported()).containsExactly("x1");
  }

  @Test
  void fileOfAnotherSearchIsRefused() throws IOException {
    assertThat(exported("bridge")).hasSize(1);
    String before = Files.readString(state);

    Run other = run("search", "--new-since", state.toString(), "road");

    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("is the file of another search, bridge; leave the search out");
    assertThat(state).hasContent(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[",
        "{\"selection\": {}, \"watermark\": {}}",
        "{\"selection\": {\"query\": {\"type\": \"all\"}, \"filters\": {}, \"kinds\": [\"DIRECT\"],"
            + " \"distinct\": false}, \"watermark\": {\"archive\": \"x\", \"commit\": 1}}"
      })
  void fileThatIsNoSavedSearchIsRefused(String content) throws IOException {
    Files.writeString(state, content);

    Run run = run("search", "--new-since", state.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("onrecord: --new-since " + state + ": ");
    assertThat(state).hasContent(content);
  }

  @Test
  void fileOfAnotherArchiveIsRefused() throws IOException {
    assertThat(exported()).hasSize(1);
    archive = folder.resolve("other");
    add("2024-05-02T10:00:00Z", "x2", "No bridge is safe");

    Run run = run("search", "--new-since", state.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(state + ": the search was answered by the archive ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--limit=5", "--partial", "--cursor=x"})
  void pagesOfWhatIsNewAreRefused(String option) {
    Run run = run("search", "--new-since", state.toString(), option);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--new-since prints everything that is new");
  }

  @Test
  void draftOfAnotherCommandIsLeftAsItIs() throws IOException {
    Path draft = Files.writeString(folder.resolve("saved.json.tmp"), "x");

    Run run = run("search", "--new-since", state.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains(draft + ": exists: another command")
        .contains("in that case, delete it");
    assertThat(draft).hasContent("x");
    assertThat(state).doesNotExist();
  }

  @Test
  void daysOnWhichArticlesWereAddedAreSearchedAndShown() throws IOException {
    add("2024-05-02T10:00:00.5Z", "x2", "No bridge is safe");
    add("2024-05-03T10:00:00Z", "x2", "A bridge is safe");

    assertThat(run("search", "--added", "2024-05-02").out())
        .startsWith("1 quotation")
        .contains("x2");
    assertThat(run("show", "x2").out())
        .contains("added 2024-05-02T10:00:00.500Z, changed 2024-05-03T10:00:00Z\n");
    assertThat(run("show", "x1").out()).contains("added 2024-05-01T10:00:00Z\n");
    assertThat(run("show", "x2", "--json").out())
        .contains(
            "\"added\":\"2024-05-02T10:00:00.500Z\",\"changed\":\"2024-05-03T10:00:00Z\",\"commit\":3,");
    archive = Path.of("index-fixtures", "archives", "format-4");
    assertThat(run("show", "clock-tower").out()).contains("added at a time that is not known\n");
    assertThat(run("show", "clock-tower", "--json").out())
        .contains("\"added\":null,\"changed\":null,\"commit\":null,");
  }
}
