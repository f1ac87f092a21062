package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import onrecord.extract.Extractor;
import onrecord.format.CitationJson;
import onrecord.query.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that put down what a search finds, and look whether it still does. */
class CitationCommandsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SAFE = "\u201cThe bridge is safe,\u201d said Bo Lind.";

  @TempDir private Path folder;
  private Path archive;
  private Path file;

  @BeforeEach
  void indexAnArticle() throws IOException {
    archive = folder.resolve("archive");
    file = folder.resolve("citation");
    index("x2", SAFE);
  }

  @Test
  void whatStillHoldsAndWhatDiffersIsTold() throws IOException {
    Run cited = run("cite bridge --filter speaker_type=PERSON");
    Files.writeString(file, cited.out());

    Run same = check();
    index("x3", "\u201cNo bridge is safe,\u201d said Bo Lind.");
    Run changed = check("--json");

    assertThat(cited.out())
        .contains("filter: speaker_type=PERSON\n", "quotations: 1\n", "articles: 1\n");
    assertThat(same).isEqualTo(new Run(0, "The search still has the same result.\n", ""));
    assertThat(changed.code()).isEqualTo(1);
    JsonNode check = JSON.readTree(changed.out());
    assertThat(check.get("same").booleanValue()).isFalse();
    assertThat(check.get("differences").get(0))
        .isEqualTo(JSON.readTree("{\"part\":\"QUOTATIONS\",\"cited\":\"1\",\"now\":\"2\"}"));
    assertThat(check().out()).startsWith("The search no longer has the same result.\n");
  }

  @Test
  void footnoteIsOneLineWithTheIdOfTheText() {
    Run text = run("cite bridge --filter speaker_type=PERSON");

    Run footnote = run("cite bridge --filter speaker_type=PERSON --footnote");

    assertThat(footnote.out())
        .matches(
            "bridge, speaker_type=PERSON \\(DIRECT, MIXED\\): 1 quotation in 1 article; archive"
                + " \"archive\" \\(1 article, 1 quotation\\), Onrecord [^,]+, [0-9-]{10} \\["
                + Hashing.sha256().hashString(text.out(), UTF_8).toString().substring(0, 12)
                + "\\]\n");
    assertThat(run("cite bridge --json --footnote").err())
        .startsWith("onrecord: --json and --footnote exclude each other\n");
  }

  @Test
  void quotationsThatCameAndWentAndChangedAreNamed() throws IOException {
    index("x3", "\u201cNo bridge is safe,\u201d said Bo Lind.");
    index("x4", "\u201cA bridge is a bridge,\u201d said Bo Lind.");
    Path ids = folder.resolve("ids");
    Files.writeString(file, run("cite bridge --ids " + ids).out());

    assertThat(check("--ids", ids.toString()))
        .isEqualTo(
            new Run(
                0,
                "The search still has the same result.\n0 quotations came\n0 quotations went\n"
                    + "0 quotations changed\n",
                ""));
    index("x3", "\u201cNo bridge is safe,\u201d said Al Gore.");
    index("x4", "\u201cA road is a road,\u201d said Bo Lind.");
    index("x5", "\u201cThe bridge is old,\u201d said Bo Lind.");

    Run changed = check("--ids", ids.toString());
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out())
        .endsWith(
            "1 quotation came\n  x5#1\n1 quotation went\n  x4#1\n1 quotation changed\n  x3#1\n");
    JsonNode json = JSON.readTree(check("--ids", ids.toString(), "--json").out());
    assertThat(json.get("same").booleanValue()).isFalse();
    assertThat(json.get("came").toString()).isEqualTo("[\"x5#1\"]");
    assertThat(json.get("went").toString()).isEqualTo("[\"x4#1\"]");
    assertThat(json.get("changed").toString()).isEqualTo("[\"x3#1\"]");
  }

  @Test
  void manyQuotationsThatCameAreCounted() throws IOException {
    Path ids = folder.resolve("ids");
    Files.writeString(file, run("cite rain --ids " + ids).out());
    assertThat(ids).isEmptyFile();

    index("r", "\u201cIt may rain,\u201d said Bo Lind.\n\n".repeat(102));

    assertThat(check("--ids", ids.toString()).out())
        .contains("\n102 quotations came\n  r#1\n")
        .contains("\n  and 2 more\n0 quotations went\n");
  }

  @Test
  void listOfOtherQuotationsIsRefused() throws IOException {
    Path ids = folder.resolve("ids");
    Files.writeString(file, run("cite bridge --ids " + ids).out());
    String list = Files.readString(ids);

    assertThat(run("cite bridge --ids " + ids))
        .isEqualTo(new Run(1, "", "onrecord: " + ids + ": exists; --ids writes a new file\n"));
    assertThat(list).hasLineCount(1).matches("[0-9a-f]{64} x2#1\n");
    Files.writeString(ids, list.replace("x2", "x7"));
    assertThat(check("--ids", ids.toString()).err())
        .isEqualTo(
            "onrecord: "
                + ids
                + ": the quotations must be those of the citation, but their checksum or content"
                + " differs\n");
    Files.writeString(ids, "x2#1\n");
    assertThat(check("--ids", ids.toString()).err())
        .isEqualTo(
            "onrecord: "
                + ids
                + ": a quotation of a citation must be 64 hexadecimal digits, a space and an id,"
                + " but was 'x2#1'\n");
    Files.write(ids, new byte[] {(byte) 0xe9});
    assertThat(check("--ids", ids.toString()).err())
        .isEqualTo("onrecord: " + ids + ": is not UTF-8\n");
    Files.delete(ids);
    assertThat(run("cite bridge --time 0.000000001 --ids " + ids).code()).isEqualTo(1);
    assertThat(ids).doesNotExist();
  }

  @Test
  void otherWordsByAnotherSpeakerAtTheSamePlaceAreNotTheSame() throws IOException {
    Files.writeString(file, run("cite bridge").out());

    index("x2", "\u201cThe bridge was shut,\u201d said Al Gore.");
    Run check = check();

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .startsWith("The search no longer has the same result.\n")
        .contains("\ncontent ")
        .doesNotContain("quotations", "articles", "checksum");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cite bridge", "cite bridge --filter speaker_type=PERSON --json"})
  void eitherFormIsCheckedWithAByteOrderMarkOrWithout(String command) throws IOException {
    Run cited = run(command);
    assertThat(cited.code()).isZero();

    for (String mark : new String[] {"", "\ufeff"}) {
      Files.writeString(file, mark + cited.out());
      assertThat(check()).isEqualTo(new Run(0, "The search still has the same result.\n", ""));
    }
  }

  @Test
  void citationIsOneObjectForPrograms() {
    Run run = run("cite --query rain --filter kind=DIRECT --indirect --json");

    JsonNode citation = JSON.readTree(run.out());

    assertThat(run.out().lines()).hasSize(1);
    assertThat(citation.propertyNames())
        .containsExactly(
            "query",
            "filters",
            "kinds",
            "distinct",
            "quotations",
            "articles",
            "checksum",
            "content",
            "snapshot",
            "format",
            "extractor",
            "archive");
    assertThat(citation.get("archive").propertyNames())
        .containsExactly(
            "day",
            "version",
            "name",
            "state",
            "articles",
            "quotations",
            "extractors",
            "speakerLists");
    assertThat(citation.get("archive").get("name").stringValue()).isEqualTo("archive");
    assertThat(citation.get("archive").get("extractors").toString())
        .isEqualTo("{\"" + Extractor.VERSION + "\":1}");
    assertThat(citation.get("filters")).isEqualTo(JSON.readTree("{\"kind\":[\"DIRECT\"]}"));
    assertThat(CitationJson.read(run.out()).selection().query()).isEqualTo(Query.words("rain"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          cite bridge        | distinct: false | distinct: perhaps   | line 3 of a citation, distinct: must be true or false, but was 'perhaps'
          cite bridge        | format: 5       | format: 9999999999  | line 9 of a citation, format: must be a whole number of at most 2147483647, but was '9999999999'
          cite bridge --json | "format":5      | "format":9999999999 | "format" of a citation in JSON must be a whole number of at most 2147483647, but was 9999999999
          cite bridge --json | "query"         | "quarry"            | "query" of a citation in JSON must be an object, but is missing
          """)
  void mistakeIsToldWithItsLineOrField(String command, String part, String wrong, String message)
      throws IOException {
    Files.writeString(file, run(command).out().replace(part, wrong));

    assertThat(check()).isEqualTo(new Run(1, "", "onrecord: " + file + ": " + message + "\n"));
  }

  @Test
  void searchThatCannotBeAskedIsAFailureOfTheFile() throws IOException {
    Files.writeString(
        file, run("cite --query bridge").out().replace("query: bridge", "query: tax-*"));

    Run run = check();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("onrecord: " + file + ": a pattern must be one word, but 'tax-*'");
  }

  @Test
  void fileThatIsNoTextIsAFailure() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff});

    assertThat(check()).isEqualTo(new Run(1, "", "onrecord: " + file + ": is not UTF-8\n"));
  }

  @Test
  void fileThatIsTooLongIsAFailure() throws IOException {
    Files.write(file, new byte[(1 << 20) + 1]);

    assertThat(check())
        .isEqualTo(
            new Run(
                1,
                "",
                "onrecord: "
                    + file
                    + ": a citation must not be longer than 1048576 bytes, but is\n"));
  }

  @ParameterizedTest
  @CsvSource({"[, 600", "7, 2000"})
  void fileThatExceedsWhatAParserAllowsIsAFailure(String part, int times) throws IOException {
    Files.writeString(file, "{\"a\":" + part.repeat(times) + "}");

    Run run = check();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("onrecord: " + file + ": citation cannot be read as JSON")
        .endsWith(": it is nested too deep, or has a number or a name that is too long\n")
        .doesNotContain("StreamReadConstraints");
  }

  private void index(String id, String text) throws IOException {
    Path article = folder.resolve("article.jsonl");
    Files.writeString(article, JSON.writeValueAsString(new Line(id, text)));
    assertThat(Run.of("index", "--archive", archive, article).code()).isZero();
  }

  private record Line(String id, String text) {}

  private Run run(String command) {
    return Run.of(Stream.of((command + " --archive " + archive).split(" ")).toArray());
  }

  private Run check(String... options) {
    return Run.of(
        Stream.concat(Stream.of("check", "--archive", archive, file), Stream.of(options))
            .toArray());
  }
}
