package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import onrecord.model.Article;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backup never overwrites, and which earlier backups it continues. */
class ArchiveBackupTest {

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

  private static void backUp(Path folder, Path target) throws IOException {
    try (Archive archive = Archive.openReadOnly(folder)) {
      archive.backUp(target);
    }
  }

  private static List<Path> marks(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("copied_")).toList();
    }
  }

  private static long articles(Path folder) throws IOException {
    try (Archive archive = Archive.openReadOnly(folder)) {
      return archive.info().articles();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "false,",
    "false, DELETED",
    "false, FLIPPED",
    "false, CUT",
    "true,",
    "true, DELETED",
    "true, FLIPPED",
    "true, CUT"
  })
  void keepsABackupThatWasWrittenTo(boolean nextHadBegun, @Nullable Harm harm) throws IOException {
    Path original = temporary.resolve("original");
    Path fork = temporary.resolve("fork");
    Path next = temporary.resolve("next");
    add(original, "a");
    backUp(original, fork);
    add(original, "b");
    backUp(original, next);
    if (nextHadBegun) {
      // The fork's own commit will have the same number as the one whose backup had begun.
      Files.createFile(fork.resolve(marks(next).getFirst().getFileName()));
    }
    add(fork, "only in the fork");
    add(original, "c", "d", "e");
    if (harm != null) {
      harm.toCommits(fork);
    }
    List<Path> files = Folders.files(fork);

    assertThatThrownBy(() -> backUp(original, fork))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("choose an empty or a new folder");

    assertThat(Folders.files(fork)).isEqualTo(files);
    if (harm == null) {
      assertThat(articles(fork)).isEqualTo(2);
      assertThat(Archive.verify(fork).isSound()).isTrue();
    }
  }

  @Test
  void keepsADamagedArchiveThatIsNotABackup() throws IOException {
    Path original = temporary.resolve("original");
    Path other = temporary.resolve("other");
    add(original, "a");
    add(other, "b");
    List<Path> files = Folders.files(other);
    Folders.flip(files.getLast(), (int) Files.size(files.getLast()) - 3);

    assertThatThrownBy(() -> backUp(original, other)).isInstanceOf(IOException.class);

    assertThat(Folders.files(other)).isEqualTo(files);
  }

  @Test
  void keepsAnotherArchiveEvenIfNeitherHasAnIdentity() throws IOException {
    Path other = Folders.copy(OLD, temporary.resolve("other"));

    assertThatThrownBy(() -> backUp(OLD, other)).hasMessageContaining("holds another archive");

    assertThat(articles(other)).isEqualTo(articles(OLD));
  }

  @ParameterizedTest
  @EnumSource
  void repairsABrokenBackupFromItsOwnArchiveOnly(Harm harm) throws IOException {
    Path original = temporary.resolve("original");
    Path other = temporary.resolve("other");
    Path target = temporary.resolve("target");
    add(original, "a", "b");
    add(other, "x");
    backUp(original, target);
    harm.toCommits(target);
    List<Path> files = Folders.files(target);

    assertThatThrownBy(() -> backUp(other, target))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("holds another archive");
    assertThat(Folders.files(target)).isEqualTo(files);

    backUp(original, target);
    assertThat(articles(target)).isEqualTo(2);
    assertThat(Archive.verify(target).isSound()).isTrue();
  }

  @Test
  void aBackupThatWasWrittenToIsAnotherArchive() throws IOException {
    Path original = temporary.resolve("original");
    Path fork = temporary.resolve("fork");
    Path target = temporary.resolve("target");
    add(original, "a");
    backUp(original, fork);
    add(original, "only in the original");
    backUp(original, target);
    // Enough commits that no file has the same name as a file of the original.
    add(fork, "b", "c", "d", "e", "f");
    try (Archive archive = Archive.open(fork)) {
      archive.delete("a");
    }
    List<Path> files = Folders.files(target);

    assertThatThrownBy(() -> backUp(fork, target)).hasMessageContaining("holds another archive");

    assertThat(Folders.files(target)).isEqualTo(files);
    backUp(original, target);
    backUp(fork, temporary.resolve("backup of the fork"));
    assertThat(articles(temporary.resolve("backup of the fork"))).isEqualTo(5);
  }

  @Test
  void anUpgradedBackupIsAnotherArchive() throws IOException {
    Path old = Folders.copy(OLD, temporary.resolve("old"));
    Path target = temporary.resolve("target");
    backUp(old, target);
    Archive.upgrade(target);
    Archive.upgrade(old);

    assertThatThrownBy(() -> backUp(old, target)).hasMessageContaining("holds another archive");
    assertThatThrownBy(() -> backUp(target, old)).hasMessageContaining("holds another archive");
  }

  @Test
  void repairsABackupThatCouldNotBeUpgraded() throws IOException {
    Path target = temporary.resolve("target");
    backUp(OLD, target);
    Path file = Folders.file(target, ".*\\.cfs");
    Harm.FLIPPED.to(file);
    assertThatThrownBy(() -> Archive.upgrade(target)).hasMessageContaining("damaged");

    backUp(OLD, target);

    assertThat(Archive.verify(target).isSound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void repairsABackupWhicheverFileIsDamaged(Harm harm) throws IOException {
    Path original = temporary.resolve("original");
    Path target = temporary.resolve("target");
    try (Archive archive = Archive.open(original)) {
      for (int i = 0; i < 20; i++) {
        archive.add(Article.builder("a" + i, "Text of " + i + ".").build());
      }
      archive.commit();
      archive.delete("a7");
    }
    backUp(original, target);
    List<Path> files = Folders.files(target);

    for (Path file : files) {
      harm.to(file);
      backUp(original, target);

      assertThat(Folders.files(target)).as("%s", file).isEqualTo(files);
      assertThat(Archive.verify(target).isSound()).as("%s", file).isTrue();
    }
    assertThat(files).anyMatch(file -> file.toString().endsWith(".liv"));
    assertThat(articles(target)).isEqualTo(19);
  }

  @Test
  void repairsABackupWhicheverByteOfItsCommitIsFlipped() throws IOException {
    Path original = temporary.resolve("original");
    Path target = temporary.resolve("target");
    add(original, "a");
    backUp(original, target);
    Path commit = Folders.file(target, "segments_.*");

    for (int at = 0; at < Files.size(commit); at++) {
      Folders.flip(commit, at);
      backUp(original, target);

      assertThat(articles(target)).as("byte %d", at).isEqualTo(1);
    }
  }

  @Test
  void namesADamagedFileOfTheArchive() throws IOException {
    Path original = temporary.resolve("original");
    Path target = temporary.resolve("target");
    add(original, "a");
    backUp(original, target);
    Path file = Folders.file(original, ".*\\.cfs");
    Harm.FLIPPED.to(file);

    for (Path backup : List.of(target, temporary.resolve("new"))) {
      assertThatThrownBy(() -> backUp(original, backup))
          .hasMessageContaining("file " + file.getFileName() + " is damaged in the archive");
    }

    assertThat(Archive.verify(target).isSound()).isTrue();
  }

  @Test
  void reportsThatTheCommitIsMissing() throws IOException {
    Path original = temporary.resolve("original");
    add(original, "a");
    Harm.DELETED.toCommits(original);

    for (ThrowingCallable opening :
        List.<ThrowingCallable>of(
            () -> Archive.open(original),
            () -> Archive.openReadOnly(original),
            () -> Archive.verify(original))) {
      assertThatThrownBy(opening)
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("names its last commit, segments_N, is missing");
    }
  }

  @Test
  void doesNotWriteToABackupWithoutACommit() throws IOException {
    Path original = temporary.resolve("original");
    Path target = temporary.resolve("target");
    add(original, "a");
    backUp(original, target);
    Harm.DELETED.toCommits(target);
    List<Path> files = Folders.files(target);

    for (ThrowingCallable opening :
        List.<ThrowingCallable>of(() -> Archive.open(target), () -> Archive.openReadOnly(target))) {
      assertThatThrownBy(opening)
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("holds an incomplete backup of an archive");
    }

    assertThat(Folders.files(target)).isEqualTo(files);
    assertThat(marks(target)).hasSize(1);
  }

  @Test
  void repairsABackupOfAnArchiveWithoutAnIdentity() throws IOException {
    Path target = temporary.resolve("target");
    backUp(OLD, target);
    backUp(OLD, target);
    Harm.FLIPPED.toCommits(target);

    backUp(OLD, target);

    assertThat(articles(target)).isEqualTo(articles(OLD));
  }

  /** What an accident can do to a file of a backup. */
  private enum Harm {
    DELETED {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
      }
    },
    FLIPPED {
      @Override
      void to(Path file) throws IOException {
        Folders.flip(file, (int) Files.size(file) - 3);
      }
    },
    CUT {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 10));
      }
    };

    abstract void to(Path file) throws IOException;

    void toCommits(Path folder) throws IOException {
      for (Path file : Folders.files(folder)) {
        if (file.getFileName().toString().startsWith("segments")) {
          to(file);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"_0.cfs", "_0.cfs copied_photos"})
  void keepsForeignFilesThatLookLikeAnIndexOrAMark(String names) throws IOException {
    Path original = temporary.resolve("original");
    Path target = Files.createDirectories(temporary.resolve("target"));
    add(original, "a");
    for (String name : names.split(" ")) {
      Files.writeString(target.resolve(name), "mine");
    }

    assertThatThrownBy(() -> backUp(original, target)).hasMessageContaining("holds other files");

    for (String name : names.split(" ")) {
      assertThat(target.resolve(name)).hasContent("mine");
    }
  }

  @Test
  void refusesToBackUpAnArchiveToItself() throws IOException {
    Path original = temporary.resolve("original");
    add(original, "a");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), original);

    for (Path target : List.of(original, link, original.resolve("backup"), link.resolve("a/b"))) {
      assertThatThrownBy(() -> backUp(original, target))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("is the archive itself or inside its folder");
    }
    try (var files = Files.list(original)) {
      assertThat(files).noneMatch(Files::isDirectory);
    }
  }

  @Test
  void continuesAnEarlierBackup() throws IOException {
    Path original = temporary.resolve("original");
    Path target = temporary.resolve("target");
    for (int i = 0; i < 5; i++) {
      add(original, "a" + i);
      backUp(original, target);
      backUp(original, target);

      assertThat(articles(target)).isEqualTo(i + 1);
      assertThat(marks(target)).hasSize(1);
    }
  }

  @Test
  void backsUpWhileCommitsAreMade() throws Exception {
    Path original = temporary.resolve("original");
    AtomicBoolean over = new AtomicBoolean();
    try (Archive writing = Archive.open(original);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Archive reading = Archive.openReadOnly(original)) {
      Future<Void> commits =
          thread.submit(() -> {
            for (int i = 0; !over.get(); i++) {
              writing.add(Article.builder("a" + i % 50, "Text " + i).build());
              writing.commit();
            }
            return null;
          });
      try {
        for (int i = 0; i < 40; i++) {
          Path target = temporary.resolve("target-" + i);
          reading.backUp(target);
          assertThat(Archive.verify(target).isSound()).isTrue();
        }
      } finally {
        over.set(true);
        commits.get();
      }
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void isAsClosedToOthersAsItsSource() throws IOException {
    Path original = temporary.resolve("original");
    add(original, "a", "b");
    Set<PosixFilePermission> ofFolder = PosixFilePermissions.fromString("rwx------");
    Set<PosixFilePermission> ofFiles = PosixFilePermissions.fromString("rw-------");
    Files.setPosixFilePermissions(original, ofFolder);
    for (Path file : Folders.files(original)) {
      Files.setPosixFilePermissions(file, ofFiles);
    }
    Path readOnly = Folders.file(original, ".*\\.cfs");
    Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r--------"));
    Path target = temporary.resolve("backups").resolve("target");

    for (int i = 0; i < 2; i++) {
      backUp(original, target);

      assertThat(Files.getPosixFilePermissions(target)).isEqualTo(ofFolder);
      try (Stream<Path> files = Files.list(target)) {
        assertThat(files)
            .isNotEmpty()
            .filteredOn(file -> !file.endsWith(readOnly.getFileName()))
            .filteredOn(file -> !file.endsWith("write.lock"))
            .allSatisfy(file ->
                assertThat(Files.getPosixFilePermissions(file)).as("%s", file).isEqualTo(ofFiles));
      }
      assertThat(Files.getPosixFilePermissions(target.resolve(readOnly.getFileName())))
          .isEqualTo(Files.getPosixFilePermissions(readOnly));
      add(original, "c");
      for (Path file : Folders.files(original)) {
        Files.setPosixFilePermissions(
            file, file.equals(readOnly) ? PosixFilePermissions.fromString("r--------") : ofFiles);
      }
    }
    assertThat(Archive.verify(target).problems()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void leavesThePermissionsOfAFolderThatWasThere() throws IOException {
    Path original = temporary.resolve("original");
    add(original, "a");
    Path target = Files.createDirectory(temporary.resolve("target"));
    Set<PosixFilePermission> shared = PosixFilePermissions.fromString("rwxrwx---");
    Files.setPosixFilePermissions(target, shared);

    backUp(original, target);

    assertThat(Files.getPosixFilePermissions(target)).isEqualTo(shared);
  }
}
