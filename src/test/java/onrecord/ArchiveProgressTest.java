package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onrecord.engine.ProgressObserver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What observers of the work on a whole archive are notified of. */
class ArchiveProgressTest {

  @TempDir Path temporary;
  private Path folder;
  private final Observer observer = new Observer();

  /** The shares that were reported. */
  private static final class Observer implements ProgressObserver {
    private final List<Long> parts = new ArrayList<>();
    private final List<Long> wholes = new ArrayList<>();

    @Override
    public void progressed(long done, long whole) {
      parts.add(done);
      wholes.add(whole);
    }

    void requireSteadyProgress(int steps) {
      assertThat(parts).hasSizeGreaterThanOrEqualTo(steps).isSorted();
      assertThat(parts.getFirst()).isLessThan(parts.getLast());
      assertThat(wholes.stream().distinct()).containsExactly(parts.getLast());
    }
  }

  @BeforeEach
  void createArchive() throws IOException {
    folder = temporary.resolve("archive");
    try (Archive archive = Archive.open(folder)) {
      RandomArticles articles = new RandomArticles(new Random(5));
      for (int i = 0; i < 60; i++) {
        RandomArticles.Entry entry = articles.next();
        archive.add(entry.article(), entry.quotations());
        if (i % 10 == 0) {
          archive.commit();
        }
      }
    }
  }

  @Test
  void verifyingGoesThroughAllArticles() throws IOException {
    assertThat(Archive.verify(folder, observer).isSound()).isTrue();

    observer.requireSteadyProgress(20);
  }

  @Test
  void verifyingAnOpenArchiveDoesSoToo() throws IOException {
    try (Archive open = Archive.open(folder)) {
      assertThat(open.verify(observer).isSound()).isTrue();
    }

    observer.requireSteadyProgress(20);
  }

  @Test
  void backingUpGoesThroughAllFilesWhetherTheyAreCopiedOrNot() throws IOException {
    try (Archive open = Archive.openReadOnly(folder)) {
      int files = open.backUp(temporary.resolve("backup"), observer).files();

      observer.requireSteadyProgress(files);
      Observer second = new Observer();
      assertThat(open.backUp(temporary.resolve("backup"), second).copied()).isZero();
      second.requireSteadyProgress(files);
    }
  }
}
