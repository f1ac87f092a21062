package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.query.Query;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that come in streams, and the commits that are made on their own meanwhile. */
class ArchiveStreamsTest {

  @TempDir Path folder;

  private static ArticleRecord record(int number) {
    return ArticleRecord.of(
        "source", number, Article.builder("a" + number, "Text " + number).build());
  }

  private long committed() throws IOException {
    try (Archive reader = Archive.openReadOnly(folder)) {
      return reader.info().articles();
    }
  }

  @Test
  void noMoreIsDrawnThanIsInHand() throws IOException {
    AtomicInteger drawn = new AtomicInteger();
    AtomicInteger drawnAtFirstCommit = new AtomicInteger();
    ArchiveOptions options = ArchiveOptions.builder().commitEvery(10).processors(2).build();
    try (Archive archive = Archive.open(folder, options)) {
      archive.addAll(
          Stream.of(0)
              .flatMap(i -> IntStream.range(0, 2_000).boxed())
              .peek(i -> drawn.incrementAndGet())
              .map(ArchiveStreamsTest::record),
          new AddObserver() {
            @Override
            public void committed(long articles) {
              drawnAtFirstCommit.compareAndSet(0, drawn.get());
            }
          });
    }
    assertThat(drawnAtFirstCommit.get()).isBetween(10, 200);
  }

  @Test
  void whatSeveralRunsAndDeletionsChangeCountsForTheNextCommit() throws IOException {
    ArchiveOptions options = ArchiveOptions.builder().commitEvery(5).build();
    try (Archive archive = Archive.open(folder, options)) {
      for (int i = 0; i < 7; i++) {
        archive.addAll(Stream.of(record(i)));
      }
      assertThat(committed()).isEqualTo(5);

      archive.delete(Query.all());
      assertThat(committed()).isZero();
    }
  }

  @Test
  void interruptionKeepsWhatWasTakenBefore() throws IOException {
    try (Archive archive = Archive.open(folder)) {
      assertThatThrownBy(() ->
              archive.addAll(
                  IntStream.range(0, 2_000)
                      .peek(i -> {
                        if (i == 500) {
                          Thread.currentThread().interrupt();
                        }
                      })
                      .mapToObj(ArchiveStreamsTest::record)))
          .isInstanceOf(InterruptedIOException.class);

      assertThat(Thread.interrupted()).isTrue();
      archive.commit();
      assertThat(archive.info().articles()).isBetween(300L, 600L);
      assertThat(archive.verify().isSound()).isTrue();
    }
  }

  @Test
  void anArticleWhoseTitleWouldBeKeptThousandsOfTimesIsRejectedAndTheRestGoesOn()
      throws IOException {
    String text = "\"It is so,\" said Ann Lee.\n\n".repeat(2_000);
    Article article = Article.builder("long", text).title("x".repeat(1_000_000)).build();
    long ids = new Extractor().extract(article).stream().mapToLong(q -> 30 + q.id().length()).sum();
    try (Archive archive = Archive.open(folder)) {
      AddReport report =
          archive.addAll(Stream.of(record(1), ArticleRecord.of("source", 2, article), record(3)));

      assertThat(report.added()).isEqualTo(2);
      assertThat(report.rejections())
          .singleElement()
          .satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(2);
            assertThat(rejection.reason())
                .contains("tags and own fields of article long must have at most 100000000 bytes")
                .contains("but have " + (2_001 * (1_000_000 + 30L + 4 + 30) + ids));
          });
    }
  }

  @Test
  void anArticleWhoseIdOrTagsWouldBeKeptThousandsOfTimesIsRejected() throws IOException {
    String text = "\"It is so,\" said Ann Lee.\n\n".repeat(2_000);
    Article longId = Article.builder("i".repeat(30_000), text).build();
    Article manyTags = Article.builder("tags", text).tags(Collections.nCopies(20_000, "a")).build();
    try (Archive archive = Archive.open(folder)) {
      AddReport report =
          archive.addAll(
              Stream.of(
                  ArticleRecord.of("source", 1, longId),
                  ArticleRecord.of("source", 2, manyTags),
                  record(3)));

      assertThat(report.added()).isEqualTo(1);
      assertThat(report.rejections())
          .hasSize(2)
          .allSatisfy(rejection ->
              assertThat(rejection.reason())
                  .contains("must have at most 100000000 bytes")
                  .hasSizeLessThan(300));
    }
  }

  @Test
  void badRecordsAreToldAsTheyComeAndDoNotPileUp() throws IOException {
    AtomicInteger told = new AtomicInteger();
    AtomicInteger read = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Path lines = folder.resolve("lines.jsonl");
    Files.write(
        lines,
        () ->
            IntStream.range(0, 5_000)
                .mapToObj(i ->
                    "{\"id\": \"a%d\", %s}".formatted(i, i % 1000 == 0 ? "\"text\": \"Text\"" : ""))
                .map(line -> (CharSequence) line)
                .iterator());
    AddObserver observer =
        new AddObserver() {
          @Override
          public void rejected(Rejection rejection) {
            told.incrementAndGet();
          }
        };
    ArchiveOptions options = ArchiveOptions.builder().processors(2).build();
    try (Archive archive = Archive.open(folder.resolve("archive"), options);
        ArticleReader articles = ArticleReader.open(List.of(lines))) {
      AddReport report =
          archive.addAll(
              articles.stream()
                  .peek(record ->
                      most.accumulateAndGet(read.incrementAndGet() - told.get(), Math::max)),
              observer);

      assertThat(report.rejected()).isEqualTo(4_995);
      assertThat(report.added()).isEqualTo(5);
      // 16 for each thread, the good ones, and the one that comes next.
      assertThat(most).hasValueLessThanOrEqualTo(2 * 16 + 5 + 1);
    }
  }

  @Test
  void whatWasAddedBeforeAnInterruptionCountsForTheNextCommit() throws IOException {
    ArchiveOptions options = ArchiveOptions.builder().commitEvery(20).processors(2).build();
    try (Archive archive = Archive.open(folder, options)) {
      assertThatThrownBy(() ->
              archive.addAll(
                  IntStream.range(0, 20)
                      .peek(i -> {
                        // This one is not taken any more.
                        if (i == 19) {
                          Thread.currentThread().interrupt();
                        }
                      })
                      .mapToObj(ArchiveStreamsTest::record)))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();

      archive.add(Article.builder("next", "Text").build());

      assertThat(committed()).isEqualTo(20);
    }
  }

  @Test
  void afterACommitThatFailedTheNextChangeTriesAgain() throws IOException {
    ArchiveOptions options = ArchiveOptions.builder().commitEvery(2L).build();
    try (Archive archive = Archive.open(folder, options)) {
      archive.add(Article.builder("a", "Text").build());
      Path inTheWay = folder.resolve("pending_segments_2");
      Files.createDirectories(inTheWay.resolve("folder"));
      assertThatThrownBy(() -> archive.add(Article.builder("b", "Text").build()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("pending_segments_2");
      assertThat(committed()).isZero();
      // Lucene then deletes what it could not write.
      Files.delete(inTheWay.resolve("folder"));

      archive.add(Article.builder("c", "Text").build());

      assertThat(committed()).isEqualTo(3);
    }
  }

  @Test
  void idsWithHalfACharacterAreRefused() {
    assertThatThrownBy(() -> Article.builder("a\ud800", "Text.").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id of an article must not contain an unpaired surrogate");
  }

  @Test
  void aFailureOfTheSourceIsToldAsItIs() throws IOException {
    try (Archive archive = Archive.open(folder)) {
      assertThatThrownBy(() ->
              archive.addAll(
                  IntStream.range(0, 10)
                      .mapToObj(i -> {
                        if (i == 7) {
                          throw new IllegalStateException("no more paper");
                        }
                        return record(i);
                      })))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no more paper");
      archive.commit();
      assertThat(archive.info().articles()).isEqualTo(7);
    }
  }
}
