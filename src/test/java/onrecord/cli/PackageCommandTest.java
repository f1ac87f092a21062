package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that writes what a search finds as a package. */
class PackageCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> DESCRIBED =
      List.of("--title", "Piers", "--creator", "Holm, Ada", "--license", "CC0");

  @TempDir private Path temporary;
  private Path archive = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void indexArticles() throws IOException {
    archive = temporary.resolve("archive");
    folder = temporary.resolve("package");
    Path articles = Files.createDirectory(temporary.resolve("articles"));
    Files.writeString(
        articles.resolve("a.txt"),
        "The pier\n\n\u201cThe pier is safe,\u201d said Bo Lind. Nobody waits.\n");
    Files.writeString(articles.resolve("b.txt"), "\u201cThe mill is safe,\u201d said Ada Quill.");
    assertThat(Run.of("index", "--archive", archive, articles).code()).isZero();
  }

  @Test
  void packageHasWhatTheSearchFinds() throws IOException {
    Run run = run(folder, "--json", "pier");

    assertThat(run.err()).isEmpty();
    JsonNode answer = JSON.readTree(run.out());
    assertThat(answer.propertyNames())
        .containsExactly("folder", "quotations", "articles", "citation");
    assertThat(answer.get("quotations").longValue()).isEqualTo(1);
    assertThat(folder.resolve("quotations.jsonl"))
        .content()
        .contains("The pier is safe")
        .hasLineCount(1);
    assertThat(folder.resolve("quotations.csv")).content().hasLineCount(2);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(8)
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("Nobody waits"));
    }
    assertThat(Run.of("check", "--archive", archive, folder.resolve("citation.json")))
        .isEqualTo(new Run(0, "The search still has the same result.\n", ""));
  }

  @Test
  void textsCanBeIndexedAgain() {
    assertThat(run(folder, "--texts"))
        .isEqualTo(new Run(0, folder + " holds 2 quotations of 2 articles.\n", ""));

    Path again = temporary.resolve("again");
    assertThat(Run.of("index", "--archive", again, folder.resolve("articles.jsonl")).code())
        .isZero();
    assertThat(Run.of("export", "--archive", again, "--sort", "oldest").out())
        .isEqualTo(Run.of("export", "--archive", archive, "--sort", "oldest").out());
  }

  @Test
  void optionsDescribeThePackage() throws IOException {
    assertThat(
            run(
                    folder,
                    "--organization",
                    "Quay Institute",
                    "--publisher",
                    "Quay Repository",
                    "--description",
                    "About piers.",
                    "--issued",
                    "2023-04-05",
                    "--orcid",
                    "Holm, Ada=https://orcid.org/0000-0002-1825-0097",
                    "--doi",
                    "https://doi.org/10.5281/zenodo.1234")
                .code())
        .isZero();

    JsonNode cited = JSON.readTree(Files.readString(folder.resolve("datacite.json")));
    assertThat(cited.get("creators").get(0).get("familyName").stringValue()).isEqualTo("Holm");
    assertThat(cited.at("/creators/0/nameIdentifiers/0/nameIdentifier").stringValue())
        .isEqualTo("https://orcid.org/0000-0002-1825-0097");
    assertThat(cited.get("doi").stringValue()).isEqualTo("10.5281/zenodo.1234");
    assertThat(cited.get("creators").get(1).get("nameType").stringValue())
        .isEqualTo("Organizational");
    assertThat(cited.get("publisher").get("name").stringValue()).isEqualTo("Quay Repository");
    assertThat(cited.get("publicationYear").stringValue()).isEqualTo("2023");
    assertThat(cited.get("descriptions").get(0).get("description").stringValue())
        .isEqualTo("About piers.");
  }

  @Test
  void folderWithFilesIsKept() throws IOException {
    assertThat(run(folder).code()).isZero();
    String before = Files.readString(folder.resolve("SHA256SUMS"));

    Run again = run(folder, "pier");

    assertThat(again)
        .isEqualTo(
            new Run(
                1,
                "",
                "onrecord: "
                    + folder
                    + ": exists and is not empty; a package is written to a new folder\n"));
    assertThat(folder.resolve("SHA256SUMS")).hasContent(before);
  }

  @Test
  void whatIsMissingOrInvalidIsReported() {
    assertThat(
            Run.of(
                "package",
                "--archive",
                archive,
                "-o",
                folder,
                "--title",
                "Piers",
                "--license",
                "x"))
        .isEqualTo(
            new Run(
                2,
                "",
                "onrecord: package requires --creator or --organization\n"
                    + "Try 'onrecord package --help'.\n"));
    assertThat(Run.of("package", "--archive", archive, "-o", folder).err())
        .contains("--title", "--license");
    assertThat(run(folder, "--issued", "yesterday"))
        .satisfies(run -> assertThat(run.code()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("yesterday"));
    assertThat(run(folder, "--orcid", "Holm, Ada=0000-0002-1825-0098"))
        .satisfies(run -> assertThat(run.code()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("should end with 7"));
    assertThat(run(folder, "--orcid", "Quill=0000-0002-1825-0097").err())
        .contains("--orcid must be of a --creator, which are Holm, Ada, but was of 'Quill'");
    assertThat(run(folder, "--doi", "zenodo.1234").err())
        .contains("a DOI must have the form 10.5281/zenodo.1234, but was 'zenodo.1234'");
    assertThat(run(folder, "--description", " ").err())
        .contains("the description of a package must not be blank");
    assertThat(folder).doesNotExist();
  }

  private Run run(Path target, String... options) {
    List<Object> arguments = new ArrayList<>(List.of("package", "--archive", archive));
    arguments.addAll(List.of("--output", target));
    arguments.addAll(DESCRIBED);
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray());
  }
}
