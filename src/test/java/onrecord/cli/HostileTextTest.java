package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Text from articles, files and arguments that would control the terminal if it were printed. */
class HostileTextTest {

  /** Every character that must not be printed, some in the sequences that terminals obey. */
  private static final String HOSTILE =
      "\u001b[2J\u001b]0;title\u0007\u009b31m\u202e\u2066\u200f\u061c\u0085\u2028\b\u007f\u0000";

  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069&&[^\\n]]");

  private static final Pattern STYLE = Pattern.compile("\u001b\\[[012]m");

  @TempDir Path folder;

  @BeforeEach
  void createArchive() throws IOException {
    String text = "Before. " + HOSTILE + " mill \r\n opens. After.";
    Article article =
        Article.builder("id" + HOSTILE.replace("\u0000", ""), text)
            .title("Title" + HOSTILE)
            .outlet("Outlet" + HOSTILE)
            .section("Section" + HOSTILE)
            .authors(List.of("Author" + HOSTILE))
            .tags(List.of("Tag" + HOSTILE))
            .build();
    Quotation quotation =
        Quotation.builder(article, List.of(new Span(8, text.indexOf(" After"))))
            .speaker(
                new Speaker(
                    "Ada " + HOSTILE + "Holm",
                    SpeakerType.PERSON,
                    Optional.of("the" + HOSTILE + " miller")))
            .build();
    try (Archive open = Archive.open(archive())) {
      open.add(article, List.of(quotation));
    }
  }

  static Stream<String> commands() {
    return Stream.of(
        "search --context 1 --facet outlet --facet tag --facet author --facet section mill",
        "facets --facet speaker --facet outlet",
        "timeline --split outlet",
        "timeline --split speaker",
        "concordance mill",
        "table --by outlet --by speaker",
        "keywords --minimum 1",
        "words --minimum 1",
        "collocates --of mill --minimum 1",
        "dispersion --of mill --by speaker",
        "dispersion --of mill --by article",
        "concordance --sort speaker,outlet --group 2 mill",
        "wordings --minimum 1",
        "wordings --of " + HOSTILE.replace(" ", ""),
        "network",
        "sample --size 1",
        "suggest ada",
        "cite --outlet Outlet" + HOSTILE.replace(" ", ""),
        "info",
        "export --format schema-org",
        "export --format web-annotation",
        "export --format citron",
        "export --format tei",
        "network --format graphml",
        "network --format gexf",
        "export --format " + HOSTILE,
        "facets --facet speaker --format " + HOSTILE,
        "verify",
        "search --query (" + HOSTILE,
        "search --query /" + HOSTILE + "(/",
        "search --filter x" + HOSTILE,
        "search --published " + HOSTILE,
        "search --kind " + HOSTILE,
        "search --time " + HOSTILE,
        "search --" + HOSTILE,
        "facets --facet " + HOSTILE,
        "delete " + HOSTILE,
        "check " + HOSTILE.replace("\u0000", ""),
        "backup " + HOSTILE,
        "export --sort " + HOSTILE);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isHarmlessInResultsAndMessages(String command) {
    assertHarmless(run(Terminal.Reader.PROGRAM, command));
    Run styled = run(Terminal.Reader.PERSON, command);
    assertHarmless(
        new Run(styled.code(), STYLE.matcher(styled.out()).replaceAll(""), styled.err()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"search --context 1 mill", "concordance mill", "network", "export"})
  void isKeptInJson(String command) {
    Run run = run(Terminal.Reader.PROGRAM, command + " --json");

    assertHarmless(run);
    assertThat(run.err()).isEmpty();
    assertThat(JsonMapper.shared().readTree(run.out()).findValuesAsString("name"))
        .allMatch(name -> name.contains(HOSTILE) || command.equals("network"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"export", "export --format tsv", "sample --format csv", "search --format tsv"})
  void isKeptInTablesForAProgramButHarmlessForAPerson(String command) {
    assertThat(run(Terminal.Reader.PROGRAM, command).out()).contains("Title" + HOSTILE);
    assertHarmless(withoutTabs(run(Terminal.Reader.PERSON, command)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export --format bibtex",
        "export --format ris",
        "concordance --format csv mill",
        "facets --facet speaker --format tsv",
        "suggest --name ada --format csv"
      })
  void isHarmlessForAPersonInText(String command) {
    assertHarmless(withoutTabs(run(Terminal.Reader.PERSON, command)));
  }

  @Test
  void isKeptInFiles() throws IOException {
    Path file = folder.resolve("table.csv");
    Run run = run(Terminal.Reader.PERSON, "facets --facet speaker --format csv --output " + file);

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(file).content().contains("Ada " + HOSTILE + "Holm");
  }

  @Test
  void isHarmlessInNamesAndRecordsOfFiles() throws IOException {
    String name = "a" + HOSTILE.replace("\u0000", "") + "\n.txt";
    Files.writeString(folder.resolve(name), "published: " + HOSTILE + "\n---\nMill.");
    Files.writeString(
        folder.resolve("b.jsonl"),
        """
        {"id": "a", "text": "Mill.", "published": "\\u001b[2J\\u202e"}
        {"id": "\u009b31m\u202e", "text": 5}
        {"\u009b31m\u202e": }
        """);
    String authority =
        Files.writeString(folder.resolve("authority.jsonl"), "{\"\u009b\u202e\": }").toString();

    for (Run run :
        List.of(
            Run.of("extract", folder),
            Run.of("index", "--archive", archive(), folder),
            Run.of("extract", "--authority", authority, folder))) {
      assertThat(run.code()).isEqualTo(1);
      assertHarmless(run);
    }
  }

  @Test
  void aMessageIsOneLine() {
    Run run = run(Terminal.Reader.PROGRAM, "delete a\nonrecord:\rb");

    assertThat(run.err()).isEqualTo("onrecord: there is no article a\\nonrecord:\\rb\n");
  }

  private Run run(Terminal.Reader reader, String command) {
    String[] words = command.split(" ");
    String[] arguments = new String[words.length + 2];
    System.arraycopy(words, 0, arguments, 0, words.length);
    arguments[words.length] = "--archive";
    arguments[words.length + 1] = archive().toString();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, err, reader, 80);
    int code = Main.run(terminal, arguments);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** {@return the run without the tabs that separate cells, which are harmless} */
  private static Run withoutTabs(Run run) {
    return new Run(run.code(), run.out().replace('\t', ','), run.err());
  }

  private static void assertHarmless(Run run) {
    assertThat(OBEYED.matcher(run.out()).results().map(r -> (int) r.group().charAt(0))).isEmpty();
    assertThat(OBEYED.matcher(run.err()).results().map(r -> (int) r.group().charAt(0))).isEmpty();
    assertThat(run.out() + run.err()).isNotEmpty();
    assertThat(run.err()).doesNotContain("bug of the program");
  }

  private Path archive() {
    return folder.resolve("archive");
  }
}
