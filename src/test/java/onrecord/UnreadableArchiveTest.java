package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.engine.BackupReport;
import onrecord.engine.Verification;
import onrecord.model.Article;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Archives whose files cannot be read, or are damaged while the archive is open. */
class UnreadableArchiveTest {

  private static final Search ALL = Search.builder(Query.all()).kinds(Selection.ALL_KINDS).build();

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeAnArchive() throws IOException {
    folder = temporary.resolve("archive");
    try (Archive archive = Archive.open(folder)) {
      for (int i = 0; i < 200; i++) {
        archive.add(article(i));
      }
    }
  }

  private static Article article(int i) {
    return Article.builder("a" + i, "“It is number " + i + ",” said Ann Lee. ".repeat(20)).build();
  }

  @Nested
  class OnAnInterruptedThread {

    private Path backup;

    @BeforeEach
    void nameTheBackup() {
      backup = temporary.resolve("backup");
    }

    @AfterEach
    void clearTheInterrupt() {
      Thread.interrupted();
    }

    private static void assertSound(Verification found) {
      assertThat(found).isEqualTo(new Verification(200, 200, List.of(), Optional.empty()));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aFolderIsVerified() throws IOException {
      Thread.currentThread().interrupt();

      assertSound(Archive.verify(folder));
    }

    @Test
    void anOpenArchiveIsVerifiedAndBackedUp() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        Thread.currentThread().interrupt();

        assertSound(archive.verify());
        archive.backUp(backup);
        assertSound(Archive.verify(backup));
      }
    }

    @Test
    void anArchiveOpenForReadingIsVerifiedAndBackedUp() throws IOException {
      try (Archive archive = Archive.openReadOnly(folder)) {
        Thread.currentThread().interrupt();

        assertSound(archive.verify());
        BackupReport report = archive.backUp(backup);
        assertThat(report.copied()).isPositive();
        assertSound(Archive.verify(backup));
      }
    }
  }

  /** A file that becomes shorter while it is mapped into memory can no longer be read. */
  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class ThatBecomesShorterWhileItIsOpen {

    private void truncate() throws IOException {
      try (FileChannel file =
          FileChannel.open(Folders.file(folder, ".*\\.cfs"), StandardOpenOption.WRITE)) {
        file.truncate(0);
      }
    }

    @Test
    void failsToBeReadWithAnIOException() throws IOException {
      try (Archive archive = Archive.openReadOnly(folder);
          Stream<Hit> hits = archive.stream(ALL)) {
        truncate();

        assertThatThrownBy(() -> archive.search(ALL)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> archive.article("a7")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> archive.articles(ALL).toList())
            .isInstanceOfAny(IOException.class, UncheckedIOException.class);
        assertThatThrownBy(() -> archive.values(ALL, Facet.SPEAKER).toList())
            .isInstanceOfAny(IOException.class, UncheckedIOException.class);
        assertThatThrownBy(() -> archive.suggest("an", ALL, 3)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> archive.cite(ALL)).isInstanceOf(IOException.class);
        assertThatThrownBy(hits::toList).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> archive.backUp(temporary.resolve("backup")))
            .isInstanceOf(IOException.class);
        assertThat(archive.verify().isSound()).isFalse();
      }
    }

    @Test
    void failsToBeWrittenWithAnIOException() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        truncate();

        assertThatThrownBy(() -> archive.add(article(7))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> archive.delete("a8")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> archive.delete(Query.phrase("number 3")))
            .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> archive.backUp(temporary.resolve("backup")))
            .isInstanceOf(IOException.class);
        assertThat(archive.verify().isSound()).isFalse();
      }
    }
  }
}
