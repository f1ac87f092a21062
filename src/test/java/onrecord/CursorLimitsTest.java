package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cursors may keep open and on disk. */
class CursorLimitsTest {

  private static final Search FIRST = Search.builder(Query.all()).pageSize(1).build();

  @TempDir Path folder;

  @Test
  void cursorsKeepNoMoreFilesOnDiskThanTheyMay() throws IOException {
    assertThat(bytesWhileArticlesAreReplaced(0)).isLessThan(2 * bytesWithoutSearches());
    assertThat(bytesWhileArticlesAreReplaced(Long.MAX_VALUE))
        .isGreaterThan(4 * bytesWithoutSearches());
  }

  @Test
  void cursorWhoseFilesWereDeletedHasExpired() throws IOException {
    try (Archive archive = Archive.open(folder, options(0))) {
      add(archive, 0);
      SearchResult page = archive.search(FIRST);
      assertThat(archive.search(next(page)).hits()).hasSize(1);

      add(archive, 1);

      assertThatThrownBy(() -> archive.search(next(page)))
          .isInstanceOf(ExpiredCursorException.class)
          .hasMessageContaining("0 bytes on disk");
    }
  }

  @Test
  void cursorWithoutLifetimeIsValidForTheCurrentSnapshotOnly() throws IOException {
    ArchiveOptions options =
        ArchiveOptions.builder().cursorLifetime(Duration.ZERO).refreshEvery(Duration.ZERO).build();
    try (Archive archive = Archive.open(folder, options)) {
      add(archive, 0);
      SearchResult page = archive.search(FIRST);
      assertThat(archive.search(next(page)).hits()).hasSize(1);

      archive.delete("article-3");
      archive.refresh();

      assertThatThrownBy(() -> archive.search(next(page)))
          .isInstanceOf(ExpiredCursorException.class);
    }
  }

  @Test
  void limitsOutOfRangeAreRejected() {
    assertThatThrownBy(() -> ArchiveOptions.builder().cursorLifetime(Duration.ofDays(366)).build())
        .hasMessageContaining("0 to 365 days");
    assertThatThrownBy(() -> ArchiveOptions.builder().cursorBytes(-1).build())
        .hasMessageContaining("cursorBytes must be 0 or more, but was -1");
  }

  /** Replaces all articles again and again, with a search after each time. */
  private long bytesWhileArticlesAreReplaced(long cursorBytes) throws IOException {
    Path target = folder.resolve("bytes-" + cursorBytes);
    try (Archive archive = Archive.open(target, options(cursorBytes))) {
      for (int round = 0; round < 10; round++) {
        add(archive, round);
        assertThat(archive.search(FIRST).cursor()).isPresent();
      }
      return bytes(target);
    }
  }

  private long bytesWithoutSearches() throws IOException {
    Path target = folder.resolve("plain");
    try (Archive archive = Archive.open(target, options(0))) {
      for (int round = 0; round < 10; round++) {
        add(archive, round);
      }
      return bytes(target);
    }
  }

  private static ArchiveOptions options(long cursorBytes) {
    return ArchiveOptions.builder().cursorBytes(cursorBytes).refreshEvery(Duration.ZERO).build();
  }

  private static Search next(SearchResult page) {
    return Search.builder(Query.all()).pageSize(1).cursor(page.cursor().orElseThrow()).build();
  }

  private static void add(Archive archive, int round) throws IOException {
    for (int i = 0; i < 50; i++) {
      String text = "“Round " + round + " of number " + i + " is over,” said Ann Lee. ";
      archive.add(Article.builder("article-" + i, text.repeat(10)).build());
    }
    archive.commit();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
