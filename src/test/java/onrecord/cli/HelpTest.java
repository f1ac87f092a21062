package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.query.Query;
import onrecord.source.ArticleFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help, the examples in it, and what is suggested instead of a mistake. */
class HelpTest {

  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  @TempDir Path folder;

  private static CommandLine onrecord() {
    return Main.commandLine(
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Terminal.Reader.PROGRAM,
            80),
        new PrintWriter(Writer.nullWriter()));
  }

  @Test
  void everyCommandHasAnExample() {
    Set<String> commands = new TreeSet<>(onrecord().getSubcommands().keySet());

    assertThat(Examples.all().stream().map(Examples.Example::command).collect(Collectors.toSet()))
        .isEqualTo(commands);
    assertThat(Run.of("concordance", "--help").out())
        .contains(
            """
            Examples:
              onrecord concordance --archive news --sort right water
                Prints a word in its context, sorted by the words that follow.
            """);
  }

  static List<Examples.Example> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsValid(Examples.Example example) {
    List<String> words =
        WORD.matcher(example.line()).results().map(word -> word.group().replace("'", "")).toList();

    assertThat(words.get(0)).isEqualTo("onrecord");
    assertThatCode(
            () -> onrecord().parseArgs(words.subList(1, words.size()).toArray(String[]::new)))
        .doesNotThrowAnyException();
    assertThat(example.purpose()).endsWith(".").doesNotContain("\n");
  }

  @Test
  void everyQueryOfTheSyntaxIsValid() {
    List<String> queries =
        Topics.QUERY
            .text()
            .lines()
            .filter(line -> line.startsWith("  "))
            .map(line -> line.strip().split(" {2,}")[0])
            .toList();

    assertThat(queries).hasSizeGreaterThan(25).allSatisfy(query -> Query.parse(query));
    assertThat(Run.of("help", "query").out()).isEqualTo(Topics.QUERY.text());
  }

  @Test
  void allFormatsAreListed() {
    String help = Run.of("help", "formats").out();

    assertThat(ArticleFormat.values())
        .allSatisfy(format -> assertThat(help).contains(format + " ", format.title()));
    assertThat(HitFormat.values())
        .allSatisfy(format -> assertThat(help).contains(format + " ", format.title()));
  }

  @Test
  void helpOnACommandIsWhatItsOptionPrints() {
    assertThat(Run.of("help").out()).isEqualTo(Run.of("--help").out());
    assertThat(Run.of("help", "search").out()).isEqualTo(Run.of("search", "--help").out());
    assertThat(Run.of("help", "queries").err())
        .startsWith(
            "onrecord: there is no help on 'queries'; topics are query, formats, manual, index,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serch mill | Did you mean: onrecord search",
        "search --limt 3 | Possible solutions: --limit",
        "search --speker ada | Possible solutions: --speaker",
        "facets --facet speaker -n 3 | Unknown option: '-n'",
        "timeline -n3 mill | Unknown option: '-n3'"
      })
  void whatIsMistypedIsRecognized(String line, String suggestion) {
    Run run = Run.of((Object[]) line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(suggestion);
  }

  @Test
  void archiveIsThatOfTheEnvironmentOrTheCurrentFolder() throws IOException {
    Path archive = folder.resolve("archive");
    Archive.open(archive).close();
    Files.createDirectories(folder.resolve("other"));

    assertThat(ArchiveOption.folder("news", archive)).isEqualTo(Path.of("news"));
    assertThat(ArchiveOption.folder(null, archive)).isEqualTo(archive);
    assertThat(ArchiveOption.folder("", archive)).isEqualTo(archive);
    assertThatThrownBy(() -> ArchiveOption.folder(null, folder.resolve("other")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("specify the archive: by --archive, by the environment variable");
    assertThatThrownBy(() -> ArchiveOption.folder("a\0b", archive))
        .hasMessageStartingWith("ONRECORD_ARCHIVE is not the name of a folder");
    assertThat(Archive.exists(folder.resolve("missing"))).isFalse();
  }

  @Test
  void shortOptionsAreThoseOfTheLongOnes() {
    Path archive = folder.resolve("archive");
    Run.withInput(
        "{\"id\": \"a\", \"text\": \"“Mill,” said Ada Holm.\"}", "index", "-a", archive, "-");

    assertThat(Run.of("search", "-a", archive, "-f", "speaker", "-n", 1, "-s", "holm", "mill"))
        .isEqualTo(
            Run.of(
                "search",
                "--archive",
                archive,
                "--facet",
                "speaker",
                "--limit",
                1,
                "--speaker",
                "holm",
                "mill"));
  }
}
