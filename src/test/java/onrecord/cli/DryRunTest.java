package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.model.Article;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code delete --dry-run} prints, and that it deletes nothing. */
class DryRunTest {

  @TempDir Path archive;

  @BeforeEach
  void addArticles() throws IOException {
    try (Archive open = Archive.open(archive)) {
      for (String id : new String[] {"a", "b", "c"}) {
        String outlet = id.equals("c") ? "Sun" : "Moon";
        open.add(Article.builder(id, "Text.").outlet(outlet).build());
      }
    }
  }

  @Test
  void printsWhatAQueryWouldDelete() throws IOException {
    assertThat(Run.of("delete", "--dry-run", "-a", archive, "--query", "outlet:moon"))
        .isEqualTo(new Run(0, "a\nb\nWould delete 2 articles.\n", ""));
    assertThat(
            Run.of("delete", "--dry-run", "-a", archive, "--json", "--query", "outlet:sun").out())
        .isEqualTo("{\"deleted\":1,\"missing\":0}\n");
    requireAll();
  }

  @Test
  void printsWhichOfTheIdsExist() throws IOException {
    assertThat(Run.of("delete", "--dry-run", "-a", archive, "c", "x"))
        .isEqualTo(
            new Run(
                1,
                "c\nWould delete 1 article.\n",
                "onrecord: there is no article x" + System.lineSeparator()));
    requireAll();
  }

  private void requireAll() throws IOException {
    try (Archive open = Archive.openReadOnly(archive)) {
      assertThat(open.info().articles()).isEqualTo(3);
    }
  }
}
