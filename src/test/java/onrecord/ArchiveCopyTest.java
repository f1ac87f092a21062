package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy of an archive is never made over, and what it goes on from. */
class ArchiveCopyTest {

  private static final Path OLD = Path.of("index-fixtures", "archives", "format-1");

  @TempDir Path temporary;

  private static void add(Path folder, String... ids) throws IOException {
    try (Archive archive = Archive.open(folder)) {
      for (String id : ids) {
        archive.add(Article.builder(id, "Text of " + id + ".").build());
        archive.commit();
      }
    }
  }

  private static void copy(Path folder, Path target) throws IOException {
    try (Archive archive = Archive.openReadOnly(folder)) {
      archive.snapshot(target);
    }
  }

  private static long articles(Path folder) throws IOException {
    try (Archive archive = Archive.openReadOnly(folder)) {
      return archive.info().articles();
    }
  }

  @Test
  void aCopyThatWasWrittenToIsKept() throws IOException {
    Path original = temporary.resolve("original");
    Path fork = temporary.resolve("fork");
    add(original, "a");
    copy(original, fork);
    add(fork, "only in the fork");
    add(original, "b", "c", "d", "e");

    assertThatThrownBy(() -> copy(original, fork))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("holds another archive or a later copy");

    assertThat(articles(fork)).isEqualTo(2);
    assertThat(Archive.verify(fork).isSound()).isTrue();
  }

  @Test
  void aDamagedArchiveThatIsNoCopyIsKept() throws IOException {
    Path original = temporary.resolve("original");
    Path other = temporary.resolve("other");
    add(original, "a");
    add(other, "b");
    List<Path> files = Folders.files(other);
    Folders.flip(files.getLast(), (int) Files.size(files.getLast()) - 3);

    assertThatThrownBy(() -> copy(original, other)).isInstanceOf(IOException.class);

    assertThat(Folders.files(other)).isEqualTo(files);
  }

  @Test
  void anotherArchiveIsKeptThoughNeitherHasAName() throws IOException {
    Path other = Folders.copy(OLD, temporary.resolve("other"));

    assertThatThrownBy(() -> copy(OLD, other)).hasMessageContaining("holds another archive");

    assertThat(articles(other)).isEqualTo(articles(OLD));
  }

  @Test
  void anInterruptedCopyIsMadeToItsEnd() throws IOException {
    Path original = temporary.resolve("original");
    Path target = temporary.resolve("target");
    add(original, "a", "b");
    copy(original, target);
    for (Path file : Folders.files(target)) {
      if (file.getFileName().toString().startsWith("segments")) {
        Files.delete(file);
      }
    }

    copy(original, target);

    assertThat(articles(target)).isEqualTo(2);
    assertThat(Archive.verify(target).isSound()).isTrue();
  }

  @Test
  void foreignFilesAreKeptThoughTheyLookLikeAnIndex() throws IOException {
    Path original = temporary.resolve("original");
    Path target = Files.createDirectories(temporary.resolve("target"));
    add(original, "a");
    Files.writeString(target.resolve("_0.cfs"), "mine");

    assertThatThrownBy(() -> copy(original, target)).hasMessageContaining("holds other files");

    assertThat(target.resolve("_0.cfs")).hasContent("mine");
  }

  @Test
  void anArchiveIsNoCopyOfItself() throws IOException {
    Path original = temporary.resolve("original");
    add(original, "a");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), original);

    for (Path target : List.of(original, link)) {
      assertThatThrownBy(() -> copy(original, target))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("is the archive itself");
    }
  }

  @Test
  void aCopyGoesOnFromAnEarlierOne() throws IOException {
    Path original = temporary.resolve("original");
    Path target = temporary.resolve("target");
    for (int i = 0; i < 5; i++) {
      add(original, "a" + i);
      copy(original, target);
      copy(original, target);

      assertThat(articles(target)).isEqualTo(i + 1);
      try (var files = Files.list(target)) {
        assertThat(files.filter(f -> f.getFileName().toString().startsWith("copied_"))).hasSize(1);
      }
    }
  }
}
