package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import onrecord.source.RandomFolder.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a folder holds, all of its texts are read once, and nothing outside of it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class RandomFoldersTest {

  private static final int FOLDERS = 4 * Integer.getInteger("kills", 25);
  private static final long SEED = Long.getLong("folders.seed", 20201122);

  @TempDir Path temporary;

  @Test
  void everyTextOfAFolderIsReadOnceAndNothingOutside() throws Exception {
    RandomFolder folders = new RandomFolder(temporary);
    int texts = 0;
    int failures = 0;
    for (int i = 0; i < FOLDERS; i++) {
      Path folder = temporary.resolve("folder");
      Texts made = folders.make(folder, bytes(SEED + i));

      List<String> read = new ArrayList<>();
      failures += RandomFolder.read(folder, read);

      assertThat(read).as("seed %d", SEED + i).containsExactlyInAnyOrderElementsOf(made.inside());
      texts += read.size();
      RandomFolder.delete(folder);
    }
    assertThat(texts).isGreaterThan(FOLDERS);
    assertThat(failures).isGreaterThan(FOLDERS);
  }

  private static byte[] bytes(long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(120)];
    random.nextBytes(bytes);
    return bytes;
  }
}
