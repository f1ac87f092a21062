package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIdsTest {

  @TempDir Path folder;

  @Test
  void anIdBelongsToTheFirstFileThatClaimsIt() throws IOException {
    FileIds ids = new FileIds();
    Path first = Files.createFile(folder.resolve("x.txt"));

    assertThat(ids.claim("x", first)).isEmpty();
    assertThat(ids.claim("x", folder.resolve("sub/../x.txt"))).isEmpty();
    assertThat(ids.claim("x", folder.resolve("x.md"))).contains(first.toAbsolutePath());
    assertThat(ids.claim("y", folder.resolve("y.txt"))).isEmpty();
    Files.delete(first);
    assertThat(ids.claim("x", folder.resolve("x.md"))).contains(folder.toAbsolutePath());
  }

  @Test
  void everyIdIsRemembered() {
    FileIds ids = new FileIds();
    for (int i = 0; i < 10_000; i++) {
      assertThat(ids.claim("id" + i, folder.resolve("a/" + i))).isEmpty();
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(ids.claim("id" + i, folder.resolve("a/" + i))).isEmpty();
      assertThat(ids.claim("id" + i, folder.resolve("b/" + i))).contains(folder.resolve("a"));
    }
  }
}
