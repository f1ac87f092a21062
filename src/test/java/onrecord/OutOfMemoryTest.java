package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets the memory of a process that adds articles run out. What it committed must be there, whole.
 * {@code -Dkills=N} sets the number of heap sizes, to a 25th of it.
 */
class OutOfMemoryTest {

  private static final int HEAPS = Math.max(1, Integer.getInteger("kills", 25) / 25);
  private static final int SMALLEST_HEAP = 24;

  @TempDir Path folder;

  @Test
  void whatWasCommittedIsThereAfterMemoryRanOut() throws Exception {
    int acknowledged = 0;
    for (int heap = SMALLEST_HEAP; heap < SMALLEST_HEAP + HEAPS; heap++) {
      Path archive = folder.resolve("heap-" + heap);

      List<String> printed = grow(archive, heap);

      assertThat(printed).as("heap of %d MB", heap).contains(GrowingArticles.OUT_OF_MEMORY);
      acknowledged += check(archive, printed);
    }
    System.out.printf(
        "Heaps that were too small: %d, articles acknowledged: %d, lost or broken: 0%n",
        HEAPS, acknowledged);
  }

  /** {@return the number of articles whose commit returned} */
  private static int check(Path archive, List<String> printed) throws IOException {
    int committed = printed.indexOf(GrowingArticles.OUT_OF_MEMORY);
    assertThat(committed).isPositive();
    try (Archive open = Archive.open(archive)) {
      assertThat(open.verify().problems()).isEmpty();
      for (int i = 0; i < committed; i++) {
        assertThat(printed.get(i)).isEqualTo("a" + i);
        assertThat(open.article("a" + i)).isEqualTo(Optional.of(GrowingArticles.article(i)));
      }
      // The article that memory did not suffice for may be there.
      assertThat(open.info().articles()).isBetween((long) committed, committed + 1L);
    }
    return committed;
  }

  private List<String> grow(Path archive, int heap) throws Exception {
    Path errors = folder.resolve("errors");
    Process child =
        new ProcessBuilder(ChildJava.command(heap, GrowingArticles.class.getName(), archive))
            .redirectError(errors.toFile())
            .start();
    List<String> printed =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    child.waitFor();
    assertThat(printed).as(Files.readString(errors)).isNotEmpty();
    return printed;
  }
}
