package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.format.CitationJson;
import onrecord.query.AnswerCitation;
import onrecord.query.CitedArchive;
import onrecord.source.KnownSpeakerReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Citations of statistics, which are asked again from the citation alone. */
class AnswerCitationsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> ARTICLES =
      List.of(
          "{\"id\":\"a\",\"outlet\":\"The Ferry\",\"published\":\"2024-03-01\",\"text\":\"\u201cThe old"
              + " pier is safe, the pier is dry,\u201d said Ada Holm. \u201cBo Lind knows the pier,\u201d"
              + " said Ada Holm.\"}",
          "{\"id\":\"b\",\"outlet\":\"The Tide\",\"published\":\"2024-04-02\",\"text\":\"\u201cThe old"
              + " pier is safe, the pier is dry,\u201d said Ada Holm.\"}",
          "{\"id\":\"c\",\"outlet\":\"The Tide\",\"published\":\"2024-05-03\",\"text\":\"\u201cA pier isn't"
              + " a bridge,\u201d said Bo Lind. Ada Holm said the harbour was full.\"}");

  @TempDir private static Path archives;
  private static Path archive = Path.of("");
  private static Path other = Path.of("");

  @TempDir private Path folder;
  private Path citation = Path.of("");

  @BeforeAll
  static void indexTheArticles() throws IOException {
    archive = archives.resolve("harbour");
    other = archives.resolve("other");
    index(archive, String.join("\n", ARTICLES));
    index(other, ARTICLES.get(2));
    index(other, "{\"id\":\"d\",\"text\":\"“A pier and a pier,” said Cy Ek.\"}");
    index(other, ARTICLES.get(1) + "\n" + ARTICLES.get(0));
    assertThat(Run.of("delete", "--archive", other, "d").code()).isZero();
  }

  @BeforeEach
  void chooseAFile() {
    citation = folder.resolve("citation.txt");
  }

  /** The commands with parameters, separated by bars. */
  static List<String> commands() {
    return List.of(
        "timeline|--by|quarter|--split|outlet|pier",
        "table|--by|speaker:3|--by|published:month|--metric|articles,words|--of|archive|--within|speaker",
        "keywords|--speaker|holm|--minimum|1|--sign|negative|--minimum-g2|0.25",
        "words|--size|2|--exclude|the of|--distinct",
        "collocates|--of|\"old pier\"|--left|2|--minimum|1|--measure|log_dice",
        "dispersion|--of|pier|--by|published:month|--filter|outlet=The Tide",
        "wordings|--similarity|0.75|--minimum|1",
        "network|--kind|direct|--limit|3",
        "concordance|--sort|right,L1|--group|1|--no-ids|--text|article|--max-clauses|2000|isn't OR pier",
        "sample|--seed|-7|--size|2|--context|1|--indirect",
        "facets|--facet|speaker:2|--facet|published:month|--order|articles|pier");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void answerIsCitedAndAskedAgainFromTheCitation(String command) throws IOException {
    Run json = run(command, "--json");
    Run text = run(command, "--cite", citation.toString());
    AnswerCitation cited = AnswerCitation.parse(Files.readString(citation));

    assertThat(json.code()).isZero();
    assertThat(text.code()).isZero();
    assertThat(text.out()).isEqualTo(run(command).out());
    assertThat(text.err()).isEqualTo(cited.footnote() + "\n");
    assertThat(cited.checksum())
        .isEqualTo(Hashing.sha256().hashString(json.out(), StandardCharsets.UTF_8).toString());
    assertThat(CitedCommand.read(terminal(), cited.command()).parameters())
        .isEqualTo(cited.command());
    List<String> again = new ArrayList<>(cited.command());
    again.addAll(List.of("--json", "--archive", archive.toString()));
    assertThat(Run.of(again.toArray())).isEqualTo(json);
    assertThat(check()).isEqualTo(new Run(0, "The answer is still the same.\n", ""));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void answerDoesNotDependOnHowTheArchiveIsStored(String command) throws IOException {
    assertThat(run(command, "--cite", citation.toString()).code()).isZero();

    Run check = Run.of("check", "--json", "--archive", other, citation);

    assertThat(check.code()).as(check.out()).isZero();
    assertThat(JSON.readTree(check.out()).get("same").booleanValue()).isTrue();
    assertThat(JSON.readTree(check.out()).get("differences").findValuesAsString("part"))
        .containsExactly("SNAPSHOT");
  }

  @Test
  void everyCommandThatAnswersAQuestionIsCited() {
    List<String> cited =
        commands().stream().map(c -> Splitter.on('|').split(c).iterator().next()).toList();
    TreeSet<String> all = new TreeSet<>(cited);
    all.add("error-rates");

    assertThat(Run.of("check", "--archive", archive, write("[\"show\"]")).err())
        .endsWith(
            ": a citation must be of one of the commands "
                + String.join(", ", all)
                + ", but was of 'show'\n");
  }

  @Test
  void whatDiffersIsReported() throws IOException {
    assertThat(run("timeline|pier", "--cite", citation.toString()).code()).isZero();

    Path changed = folder.resolve("changed");
    index(
        changed,
        String.join("\n", ARTICLES)
            + "\n{\"id\":\"d\",\"text\":\"\u201cNo pier is safe,\u201d said Cy Ek.\"}");
    Run check = Run.of("check", "--archive", changed, citation);

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .startsWith("The answer is no longer the same.\n")
        .containsPattern("\nanswer +[0-9a-f]+")
        .containsPattern("\narchive articles +3 +4\n")
        .containsPattern("\narchive quotations +5 +6\n")
        .containsPattern(
            "\narchive extractors +\\{V=3\\} +\\{V=4\\}\n".replace("V", Extractor.VERSION))
        .doesNotContain("format", "version");
  }

  @Test
  void citationNamesTheCommandTheArchiveAndTheExtractors() throws IOException {
    assertThat(run("timeline|Bo's|--by|year", "--cite", citation.toString()).code()).isZero();

    assertThat(Files.readString(citation))
        .matches(
            "command: timeline '--query=Bo\\\\'\\\\''s' --kind=DIRECT --kind=MIXED --by=YEAR"
                + " --date=published\nchecksum: [0-9a-f]{64}\nsnapshot: [0-9a-f]{32}\nformat: [0-9]+\n"
                + "day: [0-9]{4}-[0-9]{2}-[0-9]{2}\nversion: 0\\.1\\.0\narchive: harbour\n"
                + "archive articles: 3\narchive quotations: 5\narchive extractor: "
                + Extractor.VERSION
                + "=3\n");
    assertThat(AnswerCitation.parse(Files.readString(citation)).footnote())
        .matches(
            "timeline .* --date=published; archive \"harbour\" \\(3 articles, 5 quotations\\),"
                + " Onrecord 0\\.1\\.0, [0-9-]{10} \\["
                + Hashing.sha256()
                    .hashBytes(Files.readAllBytes(citation))
                    .toString()
                    .substring(0, 12)
                + "\\]");
  }

  @Test
  void fileWhoseNameEndsWithJsonIsJson() throws IOException {
    Path json = folder.resolve("citation.JSON");
    assertThat(run("network", "--format", "gexf", "--cite", json.toString()).out())
        .startsWith("<?xml");

    JsonNode cited = JSON.readTree(Files.readString(json));

    assertThat(cited.get("archive").get("extractors").toString())
        .isEqualTo("{\"" + Extractor.VERSION + "\":3}");
    assertThat(cited.get("archive").get("speakerLists").toString()).isEqualTo("[]");
    assertThat(Run.of("check", "--archive", archive, json).out())
        .isEqualTo("The answer is still the same.\n");
    assertThat(CitationJson.write(CitationJson.readAnswer(Files.readString(json))) + "\n")
        .isEqualTo(Files.readString(json));
  }

  @Test
  void codedSheetIsCitedWithItsFile() throws IOException {
    Path sheet = folder.resolve("sheet.csv");
    Files.writeString(
        sheet, run("sample|--format|csv|--labels|correct|--size|1").out().strip() + "yes\n");
    Run rates = Run.of("error-rates", "--archive", archive, "--cite", citation, sheet);

    assertThat(rates.code()).as(rates.err()).isZero();
    assertThat(rates.out()).startsWith("1 quotation judged as correct, 0 blank\n");
    assertThat(AnswerCitation.parse(Files.readString(citation)).command())
        .containsExactly("error-rates", "--label=correct", sheet.toString());
    assertThat(check().out()).isEqualTo("The answer is still the same.\n");
    Files.writeString(sheet, Files.readString(sheet).replace("yes\n", "no\n"));
    assertThat(check().out()).startsWith("The answer is no longer the same.\n");
    Files.delete(sheet);
    assertThat(check().err())
        .isEqualTo("onrecord: " + sheet + ": there is no such file or folder\n");
  }

  @Test
  void extractorsAndListsOfSpeakersAreCounted() throws IOException {
    Path mixed = folder.resolve("mixed");
    Path list = Files.writeString(folder.resolve("list.csv"), "name,id\nAda Holm,Q1\n");
    index(mixed, ARTICLES.get(0) + "\n" + ARTICLES.get(1));
    index(mixed, ARTICLES.get(1), "--authority", list.toString());
    index(
        mixed,
        "{\"id\":\"g\",\"text\":\"A pier.\",\"quotations\":[{\"text\":\"A pier.\",\"start\":0,\"end\":7}]}");
    Run info = Run.of("info", "--archive", mixed);
    JsonNode json = JSON.readTree(Run.of("info", "--archive", mixed, "--json").out());
    Run cited = Run.of("words", "--archive", mixed, "--cite", citation);

    assertThat(cited.code()).isZero();
    assertThat(info.out())
        .containsPattern(
            "\nextracted   1 article by V, 1 article by V\\+[0-9a-f]{16}, 1 article by given\n"
                .replace("V", Extractor.VERSION));
    CitedArchive archive = AnswerCitation.parse(Files.readString(citation)).archive();
    assertThat(json.get("extractors").propertyNames())
        .containsExactlyElementsOf(archive.extractors().keySet());
    assertThat(json.get("extractors").get("given").intValue()).isEqualTo(1);
    assertThat(json.get("speakerLists").get(0).stringValue())
        .isEqualTo(archive.speakerLists().first());
    assertThat(archive.speakerLists())
        .containsExactly(SpeakerAuthority.of(KnownSpeakerReader.read(list)).version());
  }

  @Test
  void nothingIsCitedThatIsNotPrinted() {
    Path output = folder.resolve("output");

    assertThat(run("sample|--labels|correct|--format|csv", "--cite", citation.toString()).err())
        .contains("--cite requires a sample without --labels, which has the same quotations");
    assertThat(citation).doesNotExist();
    assertThat(run("words|--time|0.000000001", "--cite", citation.toString()).code()).isEqualTo(1);
    assertThat(citation).doesNotExist();
    assertThat(run("words", "--cite", citation.toString()).code()).isZero();
    assertThat(run("words", "--output", output.toString(), "--cite", citation.toString()))
        .isEqualTo(
            new Run(1, "", "onrecord: " + citation + ": exists; --cite writes a new file\n"));
    assertThat(output).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ["timeline", "--by=YEAR", "--output=x"]  | the command of a citation must have parameters of its answer only, but has --output
          ["timeline", "--archive=/x"]             | the command of a citation must have parameters of its answer only, but has --archive
          ["timeline", "--cite=x"]                 | the command of a citation must have parameters of its answer only, but has --cite
          ["timeline", "--synonyms=/etc/hostname"] | the command of a citation must have parameters of its answer only, but has --synonyms
          ["timeline", "--by=AEON"]                | the command of the citation cannot be run: Invalid value for option '--by'
          ["timeline", "--bi=YEAR"]                | the command of the citation cannot be run: Unknown option: '--bi=YEAR'
          ["timeline", "--query=(a"]               | query cannot be parsed at character
          ["timeline", "--help"]                   | the command of a citation must have parameters of its answer only, but has --help
          ["timeline", "-ox"]                      | the command of a citation must have parameters of its answer only, but has -ox
          []                                       | command of a citation must not be empty
          "timeline"                               | "command" of a citation in JSON must be a list of strings, but was timeline
          """)
  void otherCommandsAreRefused(String command, String message) {
    Run run = Run.of("check", "--archive", archive, write(command));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("onrecord: " + citation + ": ").contains(message);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json"})
  void idsAreThoseOfASearch(String option) throws IOException {
    assertThat(run("words", "--cite", citation.toString()).code()).isZero();

    Run run =
        Run.of(
            "check",
            "--archive",
            archive,
            "--ids",
            "x",
            citation,
            option.isEmpty() ? "-q" : option);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "onrecord: --ids applies to what cite prints, but "
                + citation
                + " cites another answer\n");
  }

  private Path write(String command) {
    try {
      return Files.writeString(
          citation,
          "{\"command\":"
              + command
              + ",\"checksum\":\""
              + "0".repeat(64)
              + "\",\"snapshot\":\""
              + "0".repeat(32)
              + "\",\"format\":4,\"archive\":{\"day\":\"2024-05-31\",\"version\":\"0\",\"name\":\"x\","
              + "\"articles\":0,\"quotations\":0,\"extractors\":{}}}");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Terminal.Reader.PROGRAM,
        80);
  }

  private static void index(Path to, String articles, String... options) throws IOException {
    Path file = archives.resolve("articles.jsonl");
    Files.writeString(file, articles);
    List<Object> command = new ArrayList<>(List.of("index", "--archive", to, file));
    command.addAll(List.of(options));
    Run index = Run.of(command.toArray());
    assertThat(index.code()).as(index.err()).isZero();
  }

  private Run check() {
    return Run.of("check", "--archive", archive, citation);
  }

  private Run run(String command, String... more) {
    List<Object> arguments = new ArrayList<>(Splitter.on('|').splitToList(command));
    arguments.addAll(1, List.of("--archive", archive));
    arguments.addAll(1, List.of(more));
    return Run.of(arguments.toArray());
  }
}
