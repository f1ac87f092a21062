package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.source.RandomFolder.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders that a guided search is let loose on: all texts in them are read once, and nothing
 * outside. {@code mvn test -Pfuzz -Dtest=FolderFuzzTest} searches for minutes.
 */
class FolderFuzzTest {

  @TempDir static Path temporary;
  private static RandomFolder folders;

  @BeforeAll
  static void makeTheOutside() throws IOException {
    folders = new RandomFolder(temporary);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void folder(byte[] input) throws Exception {
    Path folder = temporary.resolve("folder");
    try {
      Texts made = folders.make(folder, input);
      List<String> read = new ArrayList<>();
      RandomFolder.read(folder, read);

      assertThat(read).containsExactlyInAnyOrderElementsOf(made.inside());
    } finally {
      RandomFolder.delete(folder);
    }
  }
}
