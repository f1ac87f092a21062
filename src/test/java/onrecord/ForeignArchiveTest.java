package onrecord;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.model.Article;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that someone else made in order to do harm, with correct checksums. */
class ForeignArchiveTest {

  private static final Pattern IDENTITY =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @TempDir Path temporary;
  private Path archive;
  private Path victim;

  @BeforeEach
  void makeAnArchiveAndAVictim() throws IOException {
    archive = temporary.resolve("archive");
    victim = Files.createDirectory(temporary.resolve("victim")).resolve("f.txt");
    Files.writeString(victim, "mine");
    try (Archive open = Archive.open(archive)) {
      open.add(article("a"));
    }
  }

  private static Article article(String id) {
    return Article.builder(id, "“It will open,” said Ann Lee.").build();
  }

  /** Everything that opens a folder as an archive. */
  private List<ThrowingCallable> openings() {
    Path other = temporary.resolve("other");
    return List.of(
        () -> Archive.open(archive).close(),
        () -> Archive.openReadOnly(archive).close(),
        () -> Archive.verify(archive),
        () -> Archive.upgrade(archive),
        () -> {
          try (Archive open = Archive.open(other)) {
            open.add(article("b"));
            open.commit();
            open.backUp(archive);
          }
        });
  }

  private void assertRefused(String... parts) {
    for (ThrowingCallable opening : openings()) {
      assertThatThrownBy(opening)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(archive.toString())
          .satisfies(thrown -> assertThat(thrown.getMessage()).contains(parts));
    }
    assertThat(victim).hasContent("mine");
  }

  private Path lastCommit() throws IOException {
    return Folders.file(archive, "segments_.*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_0_/../../victim/f.txt",
        "_0_x/f.txt",
        "_0_\\..\\f.txt",
        "_0_x y.txt",
        "_0..txt",
        "_0_\u0000.txt",
        "_0_x.a:b"
      })
  void fileOutsideTheFolderIsNeitherReadNorDeleted(String name) throws IOException {
    Files.createDirectory(archive.resolve("_0_"));
    Forgery.nameFile(archive, name);

    assertRefused("is not the name of a file of an archive");
  }

  @Test
  void segmentOutsideTheFolderIsNotRead() throws IOException {
    Path commit = lastCommit();
    Files.move(archive.resolve("_0.si"), temporary.resolve("_0.si"));
    Forgery.replace(commit, "\u0002_0", "\u0005../_0");

    assertRefused("is not the name of a file of an archive");
    assertThat(temporary.resolve("_0.si")).exists();
  }

  @Test
  void earlierCommitMayNotNameFilesOutsideTheFolderEither() throws IOException {
    Path earlier = temporary.resolve("earlier");
    Folders.copy(archive, earlier);
    try (Archive open = Archive.open(archive)) {
      open.add(article("c"));
    }
    Forgery.nameFile(earlier, "_0_/../../victim/f.txt");
    for (Path file : Folders.files(earlier)) {
      Path target = archive.resolve(file.getFileName());
      Files.deleteIfExists(target);
      Files.copy(file, target);
    }

    assertRefused("is not the name of a file of an archive");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linkInThePlaceOfAFileIsNotFollowed() throws IOException {
    for (Path file : List.of(lastCommit(), archive.resolve("_0.si"), archive.resolve("_0.cfs"))) {
      Path moved = temporary.resolve("moved");
      Files.move(file, moved);
      Files.createSymbolicLink(file, moved);

      assertRefused("expected a regular file of an archive, but was a symbolic link");

      Files.delete(file);
      Files.move(moved, file);
    }
    Files.deleteIfExists(archive.resolve("write.lock"));
    Files.createSymbolicLink(archive.resolve("write.lock"), victim);
    assertRefused("expected a regular file of an archive, but was a symbolic link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_1.cfs", "segments_z", "_0_1.liv"})
  void folderInThePlaceOfAFileIsRefused(String name) throws IOException {
    Files.createDirectory(archive.resolve(name));

    assertRefused("expected a regular file of an archive, but was a folder");
  }

  @Test
  void otherFilesAndFoldersBesideThoseOfAnArchiveAreLeftAlone() throws IOException {
    Files.createDirectory(archive.resolve("notes"));
    Files.writeString(archive.resolve("letter.txt"), "mine");

    try (Archive open = Archive.open(archive)) {
      open.add(article("c"));
    }

    assertThat(Archive.verify(archive).problems()).isEmpty();
    assertThat(archive.resolve("letter.txt")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../victim/aaaaaaaaaaaaaaaaaaaa",
        "0123456789012345678901234567890-----",
        "ABCDEF01-2345-6789-abcd-ef0123456789"
      })
  void forgedIdentityIsRefused(String identity) throws IOException {
    Path commit = lastCommit();
    Forgery.replace(commit, identity(commit), identity);
    assertThat(identity).hasSameSizeAs(UUID.randomUUID().toString());

    for (ThrowingCallable opening : openings().subList(0, 2)) {
      assertThatThrownBy(opening)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(archive.toString())
          .hasMessageContaining("is not the identifier of an archive");
    }
    assertThatThrownBy(() -> Archive.upgrade(archive)).isInstanceOf(IOException.class);
    assertThat(Archive.verify(archive).isSound()).isFalse();
  }

  private static String identity(Path commit) throws IOException {
    Matcher identity = IDENTITY.matcher(new String(Files.readAllBytes(commit), ISO_8859_1));
    assertThat(identity.find()).isTrue();
    return identity.group();
  }

  @ParameterizedTest
  @ValueSource(strings = {"onrecord.archive", "onrecord.format"})
  void lengthBeyondMemoryIsDamage(String key) throws IOException {
    byte[] name = key.getBytes(UTF_8);
    byte[] sound = new byte[name.length + 1];
    sound[0] = (byte) name.length;
    System.arraycopy(name, 0, sound, 1, name.length);
    byte[] forged = new byte[name.length + 5];
    // The largest int, in the seven-bit groups that Lucene writes.
    System.arraycopy(new byte[] {-1, -1, -1, -1, 7}, 0, forged, 0, 5);
    System.arraycopy(name, 0, forged, 5, name.length);
    Forgery.replace(lastCommit(), sound, forged);

    for (ThrowingCallable opening : openings().subList(0, 4)) {
      assertThatThrownBy(opening)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(archive.toString())
          .hasMessageContaining("damaged");
    }
  }
}
