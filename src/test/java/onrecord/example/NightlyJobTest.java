package onrecord.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.query.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a job that runs every night, over several nights. */
class NightlyJobTest {

  @TempDir private Path home;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void receiveArticles() throws IOException {
    Files.createDirectories(home.resolve("incoming"));
    receive("pier.txt", "\u201cThe pier leaks,\u201d said Ada Holm.");
    receive("quay.txt", "\u201cThe quay is dry,\u201d said Bo Lind.");
  }

  private void receive(String name, String text) throws IOException {
    Files.writeString(home.resolve("incoming").resolve(name), text);
  }

  /** {@return the exit code, a line, and what was logged} */
  private String night() {
    log.reset();
    int code = new NightlyJob(home, new PrintStream(log, true, UTF_8)).run(Query.words("pier"));
    return code + "\n" + log.toString(UTF_8);
  }

  @Test
  void aNightAddsWhatIsNewAndBacksItUp() throws IOException {
    assertThat(night())
        .startsWith("0\nadded 2, replaced 0 articles\nbackup: ")
        .endsWith(" new files, 2 articles\n");
    receive("mole.txt", "\u201cThe mole stands,\u201d said Cy Moss.");
    receive("pier.txt", "\u201cThe pier holds,\u201d said Ada Holm.");

    assertThat(night())
        .startsWith("0\nadded 1, replaced 1 articles\n")
        .endsWith(" new files, 3 articles\n");
    assertThat(home.resolve("report.html"))
        .content()
        .contains("<span class=\"words\"> holds,</span>");
    try (Archive backup = Archive.openReadOnly(home.resolve("backup"))) {
      assertThat(backup.info().articles()).isEqualTo(3);
    }
  }

  @Test
  void whatIsNotTakenIsLoggedAndEverythingElseIsAdded() throws IOException {
    receive("bad.jsonl", "{\"id\": \"a\", \"text\": \"It rained.\"}\n{\n");
    receive("scan.pdf", "%PDF-1.7\n");

    assertThat(night())
        .startsWith("1\nadded 3, replaced 0 articles\nrejected ")
        .contains("bad.jsonl:2: ", "\nnot read: PDF 1\n")
        .endsWith(" new files, 3 articles\n");
  }

  @Test
  void aNightWithoutArticlesIsLookedAt() throws IOException {
    try (var files = Files.list(home.resolve("incoming"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertThat(night()).startsWith("1\n").contains("\nnothing came in\n");
  }

  @Test
  void aFolderThatCannotBeBackedUpToIsAFailure() throws IOException {
    Files.createDirectories(home.resolve("backup"));
    Files.writeString(home.resolve("backup/notes.txt"), "mine");

    assertThat(night()).startsWith("2\n").contains("\nfailed: ");
    assertThat(home.resolve("backup/notes.txt")).hasContent("mine");
  }
}
