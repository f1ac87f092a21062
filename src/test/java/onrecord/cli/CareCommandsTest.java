package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.Archive;
import onrecord.Folders;
import onrecord.engine.EngineSettings;
import onrecord.index.ArchiveWriter;
import onrecord.model.Article;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Checking, copying, upgrading, re-extracting and deleting from the command line. */
class CareCommandsTest {

  private static final String ARTICLES =
      "{\"id\":\"a\",\"text\":\"“It will open,” said Ann Lee.\"}\n{\"id\":\"b\",\"text\":\"Text\"}\n";

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;
  private Path archive;

  @BeforeEach
  void fillAnArchive() {
    archive = folder.resolve("archive");
    Run.withInput(ARTICLES, "index", "--archive", archive, "-");
  }

  @Test
  void verifyReportsASoundArchive() {
    assertThat(Run.of("verify", "--archive", archive))
        .isEqualTo(new Run(0, archive + " is sound: 2 articles with 1 quotation.\n", ""));
    assertThat(Run.of("verify", "--archive", archive, "--json").out())
        .isEqualTo(
            "{\"sound\":true,\"articles\":2,\"quotations\":1,\"problems\":[],"
                + "\"firstBroken\":null}\n");
  }

  @Test
  void verifyReportsDamage() throws IOException {
    Path file = Folders.files(archive).getFirst();
    Folders.flip(file, 20);

    Run run = Run.of("verify", "--archive", archive);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("onrecord: ").contains(file.getFileName().toString());
    assertThat(run.out()).startsWith(archive + " is broken");
    assertThat(Run.of("verify", "--archive", archive, "--json").out()).contains("\"sound\":false");
    assertThat(Run.of("verify", "--archive", folder.resolve("none")).code()).isEqualTo(1);
  }

  @Test
  void backupCopiesOnlyNewFiles() throws IOException {
    Path backup = folder.resolve("backup");

    Run first = Run.of("backup", "--archive", archive, backup);
    Run second = Run.of("backup", "--archive", archive, "--json", backup);

    assertThat(first.code()).isZero();
    assertThat(first.out()).startsWith(backup + " holds ");
    assertThat(second.out()).contains("\"copied\":0,\"bytes\":0");
    assertThat(Run.of("verify", "--archive", backup).code()).isZero();
  }

  @Test
  void upgradeRebuildsAnOlderFormat() throws IOException {
    Path old = Folders.copy(Path.of("index-fixtures/archives/format-1"), folder.resolve("old"));
    assertThat(Run.withInput(ARTICLES, "index", "--archive", old, "-").err())
        .contains("has the format 1")
        .contains("onrecord upgrade");

    assertThat(Run.of("upgrade", "--archive", old, "--json").out())
        .startsWith("{\"from\":1,\"to\":")
        .endsWith(",\"articles\":4}\n");
    assertThat(Run.of("upgrade", "--archive", old).out()).contains("already");
    assertThat(Run.withInput(ARTICLES, "index", "--archive", old, "-").code()).isZero();
  }

  @Test
  void reextractReplacesTheQuotationsOfAnOlderExtractor() throws IOException {
    Path old = folder.resolve("old");
    try (ArchiveWriter writer = ArchiveWriter.open(old, "0", EngineSettings.DEFAULT)) {
      writer.put(
          Article.builder("a", "“It will open,” said Ann Lee.").build(),
          Optional.of("0"),
          List::of);
    }

    assertThat(Run.of("reextract", "--archive", old).out())
        .isEqualTo("Extracted 1 article again, rejected 0.\n");
    assertThat(Run.of("reextract", "--archive", old, "--json").out())
        .isEqualTo(
            "{\"replaced\":0,\"unchanged\":0,\"rejected\":0,\"otherLanguage\":0,\"detached\":0}\n");
    try (Archive open = Archive.openReadOnly(old)) {
      assertThat(open.info().quotations()).isEqualTo(1);
    }
  }

  @Test
  void reextractReplacesTheQuotationsOfOtherSettings() {
    String pairs = "{\"id\":\"p\",\"text\":\"''It runs,'' said Ann Lee.\"}";
    Path other = folder.resolve("other");
    Run.withInput(pairs, "index", "--archive", other, "-");
    assertThat(total("It runs", other)).isZero();

    Run first = Run.of("reextract", "--archive", other, "--apostrophe-pairs");
    Run second = Run.of("reextract", "--archive", other, "--apostrophe-pairs");

    assertThat(first).isEqualTo(new Run(0, "Extracted 1 article again, rejected 0.\n", ""));
    assertThat(second).isEqualTo(new Run(0, "Extracted 0 articles again, rejected 0.\n", ""));
    assertThat(total("It runs", other)).isEqualTo(1);
    assertThat(Run.of("reextract", "--archive", other).out()).startsWith("Extracted 1 article");
    assertThat(total("It runs", other)).isZero();
  }

  private static long total(String words, Path archive) {
    String found = Run.of("search", "--archive", archive, "--json", "\"" + words + "\"").out();
    return JSON.readTree(found).get("total").longValue();
  }

  @Test
  void deleteRemovesArticlesAndReportsMissingOnes() {
    Run run = Run.of("delete", "--archive", archive, "--json", "a", "x");

    assertThat(run)
        .isEqualTo(
            new Run(1, "{\"deleted\":1,\"missing\":1}\n", "onrecord: there is no article x\n"));
    assertThat(Run.of("delete", "--archive", archive, "b").out()).isEqualTo("Deleted 1 article.\n");
    assertThat(Run.of("info", "--archive", archive, "--json").out()).contains("\"articles\":0");
  }

  @Test
  void deleteAcceptsIdsBeforeAndAfterOptions() {
    Run run = Run.of("delete", "a", "--archive", archive, "b");

    assertThat(run).isEqualTo(new Run(0, "Deleted 2 articles.\n", ""));
  }

  @Test
  void deleteRemovesTheArticlesThatMatchAQuery() {
    Run run = Run.of("delete", "--archive", archive, "--json", "--query", "speaker:lee");

    assertThat(run).isEqualTo(new Run(0, "{\"deleted\":1,\"missing\":0}\n", ""));
    assertThat(Run.of("delete", "--archive", archive, "--query", "article:b").out())
        .isEqualTo("Deleted 1 article.\n");
    assertThat(Run.of("info", "--archive", archive, "--json").out()).contains("\"articles\":0");
  }

  @Test
  void deleteRemovesNothingIfTheArgumentsAreAmbiguous() {
    for (List<String> choice :
        List.of(
            List.<String>of(),
            List.of("a", "--query", "article:b"),
            List.of("--query", "article:(a"),
            List.of("--query", " "))) {
      List<Object> arguments = new ArrayList<>(List.of("delete", "--archive", archive));
      arguments.addAll(choice);

      Run run = Run.of(arguments.toArray());

      assertThat(run.code()).as("%s", choice).isEqualTo(2);
      assertThat(run.err()).as("%s", choice).startsWith("onrecord: ");
    }
    assertThat(Run.of("info", "--archive", archive, "--json").out()).contains("\"articles\":2");
  }

  @Test
  void enforcesTheLimitsOfWriting() {
    Run run =
        Run.withInput(
            ARTICLES,
            "index",
            "--archive",
            folder.resolve("small"),
            "--article-limit",
            "10",
            "--ram-buffer",
            "1",
            "--processors",
            "1",
            "-");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Added 1 article, replaced 0, unchanged 0, rejected 1.");
    assertThat(run.err()).contains("text of article a must have at most 10 bytes");
    for (String option : List.of("--article-limit", "--ram-buffer", "--processors")) {
      Run none = Run.withInput(ARTICLES, "index", "--archive", archive, option, "0", "-");
      assertThat(none.code()).as(option).isEqualTo(2);
      assertThat(none.err()).as(option).contains("'" + option + "': must be", "but was '0'");
    }
  }

  @Test
  void commandsOnAMissingArchiveCreateNone() {
    Path none = folder.resolve("none");

    for (String command : new String[] {"delete", "reextract", "upgrade", "verify", "backup"}) {
      Run run = Run.of(command, "--archive", none, command.equals("delete") ? "a" : "--json");

      assertThat(run.code()).as(command).isNotZero();
      assertThat(none).doesNotExist();
    }
  }
}
