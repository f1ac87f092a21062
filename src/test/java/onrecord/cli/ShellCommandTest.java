package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;
import onrecord.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that opens the shell of Java. */
class ShellCommandTest {

  @TempDir Path folder;

  @Test
  void aFileAndLinesAreRunOnTheArchive() throws IOException {
    Path archive = folder.resolve("an \"archive\" \u00fc");
    try (Archive open = Archive.open(archive)) {
      open.add(Article.builder("one", "\u201cThe pier leaks,\u201d said Ada Holm.").build());
    }
    Path file =
        Files.writeString(
            folder.resolve("DEFAULT"),
            """
            SearchResult found = archive.search(Search.of(Query.words("pier")));
            """);

    Run run =
        Run.withInput(
            """
            found.hits().get(0).quotation().speaker().name()
            List.of(Facet.SPEAKER, ArticleFormat.TEI, Lettering)
            /exit 3
            """,
            "shell",
            "--archive",
            archive,
            file);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("==> \"Ada Holm\"")
        .contains("cannot find symbol")
        .doesNotContain("SearchResult");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void everyPackageThatIsExportedIsImported() {
    List<String> exported =
        ModuleFinder.of(Path.of("target", "classes"))
            .find("onrecord")
            .orElseThrow()
            .descriptor()
            .exports()
            .stream()
            .map(ModuleDescriptor.Exports::source)
            .sorted()
            .map(name -> "import " + name + ".*;")
            .toList();

    assertThat(Topics.IMPORTS.text().lines()).containsExactlyElementsOf(exported);
  }

  @Test
  void anArchiveThatIsMissingIsReportedBeforeTheShellOpens() {
    Run run = Run.of("shell", "--archive", folder.resolve("none"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("onrecord: ").contains("none");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void namesOfFoldersAreLiterals() {
    assertThat(JavaShell.literal("C:\\a\"b\nc")).isEqualTo("\"C:\\\\a\\\"b\\012c\"");
  }

  @Test
  void aJavaWithoutTheModuleIsReported() {
    assertThatThrownBy(() -> JdkModule.JSHELL.requireFor("shell", ModuleLayer.empty()))
        .isInstanceOf(IOException.class)
        .hasMessage("shell needs the module jdk.jshell, which this Java lacks; run it with a JDK");
  }
}
