package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import onrecord.engine.UpgradeReport;
import onrecord.model.Article;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An archive is closed while others add to it, or in the middle of trouble. */
class ArchiveClosingTest {

  private static final int ROUNDS = 25;

  @TempDir Path folder;

  private enum Closing {
    CLOSE,
    ROLLBACK
  }

  @ParameterizedTest
  @EnumSource(Closing.class)
  void whatWasAddedInTimeIsThereAndTheNextWriterGetsIn(Closing closing) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        Path place = folder.resolve(closing + "-" + round);
        Archive archive = Archive.open(place, ArchiveOptions.builder().commitEvery(3).build());
        Semaphore begun = new Semaphore(0);
        List<AtomicInteger> added = List.of(new AtomicInteger(), new AtomicInteger());
        List<Future<?>> adding =
            added.stream()
                .<Future<?>>map(
                    count -> threads.submit(() -> add(archive, added.indexOf(count), count, begun)))
                .toList();
        begun.acquire(5 + 2 * round);

        if (closing == Closing.CLOSE) {
          archive.close();
        } else {
          archive.rollback();
        }

        for (Future<?> thread : adding) {
          thread.get();
        }
        try (Archive again = Archive.open(place)) {
          if (closing == Closing.CLOSE) {
            assertThat(again.info().articles())
                .as("round %d", round)
                .isGreaterThanOrEqualTo(added.stream().mapToInt(AtomicInteger::get).sum());
          }
          assertThat(again.verify().isSound()).isTrue();
        }
      }
    }
  }

  /** Adds articles until the archive is closed, and counts those whose adding has returned. */
  private static Void add(Archive archive, int thread, AtomicInteger added, Semaphore begun)
      throws IOException {
    for (int i = 0; ; i++) {
      try {
        archive.add(
            Article.builder("a" + thread + "-" + i, "\"It is " + i + ",\" said Ann Lee.").build(),
            List.of());
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("is closed");
        begun.release(1_000);
        return null;
      }
      added.incrementAndGet();
      begun.release();
    }
  }

  @Test
  void rollbackClosesThoughSomethingFailedBefore() throws IOException {
    Archive archive = failing();

    archive.rollback();

    assertThat(Archive.open(folder))
        .satisfies(again -> {
          assertThat(again.info().articles()).isZero();
          again.close();
        });
  }

  @Test
  void closeThatCommitsIsNoFailureThoughSomethingFailedBefore() throws IOException {
    Archive archive = failing();

    archive.close();

    try (Archive again = Archive.open(folder)) {
      assertThat(again.info().articles()).isEqualTo(1);
    }
  }

  /** An archive with one article, whose timer has failed once since. */
  private Archive failing() throws IOException {
    Archive archive = Archive.open(folder);
    archive.add(Article.builder("a", "Text.").build());
    HandTimer timer = new HandTimer();
    archive.upkeep.every(
        Duration.ofSeconds(1),
        timer,
        () -> {
          throw new IOException("too many open files");
        });
    timer.pass(Duration.ofSeconds(1));
    return archive;
  }

  @Test
  void anInterruptedThreadCanCommitAndStaysInterrupted() throws IOException {
    try (Archive archive = Archive.open(folder)) {
      archive.add(Article.builder("a", "Text.").build());

      Thread.currentThread().interrupt();
      archive.add(Article.builder("b", "Text.").build());
      archive.refresh();
      archive.commit();

      assertThat(Thread.interrupted()).isTrue();
      archive.add(Article.builder("c", "Text.").build());
    }
    try (Archive again = Archive.open(folder)) {
      assertThat(again.info().articles()).isEqualTo(3);
    }
  }

  @Test
  void anInterruptedThreadCanOpenAndUpgradeAndStaysInterrupted() throws IOException {
    Path old = Folders.copy(Path.of("index-fixtures", "archives", "format-1"), folder);

    Thread.currentThread().interrupt();
    UpgradeReport report = Archive.upgrade(old);
    assertThat(Thread.interrupted()).isTrue();

    Thread.currentThread().interrupt();
    try (Archive archive = Archive.open(old)) {
      archive.add(Article.builder("new", "Text.").build());
    }
    assertThat(Thread.interrupted()).isTrue();

    try (Archive again = Archive.open(old)) {
      assertThat(report.articles()).isPositive();
      assertThat(again.info().articles()).isEqualTo(report.articles() + 1);
    }
  }

  @Test
  void addingWithoutEndStopsWhenItsThreadIsInterrupted() throws IOException {
    Stream<ArticleRecord> endless =
        Stream.iterate(0, i -> i + 1)
            .peek(i -> {
              if (i == 100) {
                Thread.currentThread().interrupt();
              }
            })
            .map(
                i -> ArticleRecord.of("endless", i, Article.builder("a" + i, "Text " + i).build()));
    try (Archive archive = Archive.open(folder)) {
      assertThatThrownBy(() -> archive.addAll(endless))
          .isInstanceOf(InterruptedIOException.class)
          .hasMessageContaining("was interrupted");

      assertThat(Thread.interrupted()).isTrue();
    }
    try (Archive again = Archive.open(folder)) {
      assertThat(again.info().articles()).isEqualTo(100);
    }
  }

  @Test
  void interruptionsInTheMiddleOfWritesCostNothing() throws Exception {
    try (Archive archive = Archive.open(folder)) {
      Thread writing =
          new Thread(() -> {
            for (int i = 0; i < 150; i++) {
              write(archive, i);
            }
          });
      AtomicReference<Throwable> failure = new AtomicReference<>();
      writing.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
      writing.start();
      Random random = new Random(1);
      while (writing.isAlive()) {
        writing.interrupt();
        LockSupport.parkNanos(random.nextInt(1_000_000));
      }
      assertThat(failure).hasNullValue();
      assertThat(archive.info().articles()).isEqualTo(150);
    }
    try (Archive again = Archive.open(folder)) {
      assertThat(again.info().articles()).isEqualTo(150);
      assertThat(again.verify().isSound()).isTrue();
    }
  }

  private static void write(Archive archive, int number) {
    try {
      archive.add(Article.builder("a" + number, "\"It is so,\" said Ann Lee.").build());
      if (number % 7 == 0) {
        archive.commit();
      }
      archive.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatFailsTellsTheCallThatFailed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      assertThatThrownBy(() -> archive.backUp(file))
          .isInstanceOf(NotDirectoryException.class)
          .satisfies(e ->
              assertThat(e.getStackTrace())
                  .anyMatch(
                      frame -> frame.getClassName().equals(ArchiveClosingTest.class.getName())));
    }
  }
}
