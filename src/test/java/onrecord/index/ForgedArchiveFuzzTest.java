package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.Archive;
import onrecord.Folders;
import onrecord.Forgery;
import onrecord.index.ArchiveUses.Use;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a guided search for forged archives is let loose on, whose checksums are correct: reading
 * them may fail with an {@link IOException} only. {@code mvn test -Pfuzz
 * -Dtest=ForgedArchiveFuzzTest} searches for minutes.
 */
class ForgedArchiveFuzzTest {

  /** A change is a place in three bytes, and the byte that is put there. */
  private static final int CHANGE = 4;

  @TempDir static Path folder;
  private static final List<Path> FILES = new ArrayList<>();

  @BeforeAll
  static void writeArchives() throws IOException {
    for (SampleArchive.Layout layout : SampleArchive.Layout.values()) {
      Path archive = folder.resolve(layout.name());
      SampleArchive.write(archive, layout);
      FILES.addAll(Folders.files(archive));
    }
  }

  @AfterAll
  static void forgetArchives() {
    FILES.clear();
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void forgedArchive(byte[] input) throws IOException {
    if (input.length < 1 + CHANGE) {
      return;
    }
    Path file = FILES.get((input[0] & 0xFF) % FILES.size());
    byte[] sound = Files.readAllBytes(file);
    byte[] forged = sound.clone();
    for (int i = 1; i + CHANGE <= input.length; i += CHANGE) {
      int place = (input[i] & 0xFF) << 16 | (input[i + 1] & 0xFF) << 8 | (input[i + 2] & 0xFF);
      forged[place % forged.length] = input[i + 3];
    }
    try {
      Forgery.write(file, forged);
      useAll(file.resolveSibling(""));
    } finally {
      Files.write(file, sound);
    }
  }

  private static void useAll(Path archive) {
    attempt(() -> ArchiveUses.isSound(archive));
    attempt(() -> {
      try (Archive open = Archive.openReadOnly(archive)) {
        for (Use use : ArchiveUses.reading().values()) {
          attempt(() -> use.of(open));
        }
        return "read";
      }
    });
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Attempt {
    Object run() throws IOException;
  }

  private static void attempt(Attempt attempt) {
    try {
      assertThat(attempt.run()).isNotNull();
    } catch (IOException | UncheckedIOException e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (AssertionError e) {
      // Where Lucene asserts, it would continue without assertions, and might fail later.
      assertThat(e.getStackTrace()[0].getClassName()).startsWith("org.apache.lucene.");
    }
  }
}
