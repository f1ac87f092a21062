package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.engine.Engine;
import onrecord.engine.EngineSettings;
import onrecord.engine.Processors;
import onrecord.extract.Extractor;
import onrecord.extract.QuotationExtractor;
import onrecord.lucene.LuceneEngine;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many threads read and add articles at the same time. */
class BulkAdderTest {

  private static final ArchiveOptions ONE_PROCESSOR =
      ArchiveOptions.builder().processors(1).build();

  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private int work(int number) {
    most.accumulateAndGet(working.incrementAndGet(), Math::max);
    for (int i = 0; i < 1_000; i++) {
      Thread.onSpinWait();
    }
    working.decrementAndGet();
    return number;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noMoreThreadsReadAndAddAtTheSameTimeThanThereAreProcessors(int count) throws IOException {
    Processors processors = new Processors(count, Duration.ofDays(1));
    try (Engine engine = LuceneEngine.inMemory("1", EngineSettings.DEFAULT, () -> 0)) {
      AddReport report =
          new BulkAdder(new CommitPolicy(engine, 0), processors, AddObserver.NONE)
              .addAll(
                  Stream.iterate(0, i -> i < 500, i -> work(i) + 1).map(i -> task(i, processors)));

      assertThat(report.added()).isEqualTo(500);
    }
    assertThat(most.get()).isBetween(1, count);
  }

  private BulkAdder.Task task(int number, Processors processors) {
    return new BulkAdder.Task(
        "source",
        number,
        Optional.of("a" + number),
        1,
        () ->
            processors.use(() -> {
              work(number);
              return new BulkAdder.Done(BulkAdder.Outcome.ADDED, false);
            }));
  }

  private static Article article(int number) {
    return Article.builder("a" + number, "“Yes,” said Ann Lee.").build();
  }

  @Test
  void articlesMayWaitForOthersThatAreAdded() throws IOException {
    CountDownLatch isAdded = new CountDownLatch(1);
    try (Archive archive = Archive.inMemory(ONE_PROCESSOR);
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      AddReport report =
          archive.addAll(
              Stream.of(1)
                  .map(number -> {
                    executor.execute(() -> addOther(archive, isAdded));
                    await(isAdded);
                    return ArticleRecord.of("source", number, article(number));
                  }));

      assertThat(report.added()).isEqualTo(1);
      archive.refresh();
      assertThat(archive.info().articles()).isEqualTo(2);
    }
  }

  private static void addOther(Archive archive, CountDownLatch isAdded) {
    try {
      archive.add(article(0));
      isAdded.countDown();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Refreshes the archive that its quotations are added to. */
  private static final class Refreshing implements QuotationExtractor {
    private final Extractor extractor = new Extractor();
    private Optional<Archive> archive = Optional.empty();

    @Override
    public List<Quotation> extract(Article article) {
      try {
        archive.orElseThrow().refresh();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return extractor.extract(article);
    }

    @Override
    public String version() {
      return "refreshing";
    }
  }

  @Test
  void anExtractorMayUseTheArchive() throws IOException {
    Refreshing extractor = new Refreshing();
    try (Archive archive =
        Archive.inMemory(ArchiveOptions.builder().processors(1).extractor(extractor).build())) {
      extractor.archive = Optional.of(archive);
      archive.addAll(
          IntStream.range(0, 3).mapToObj(i -> ArticleRecord.of("source", i, article(i))));
      archive.refresh();

      assertThat(archive.search(Search.of(Query.all())).total()).isEqualTo(3);
    }
  }
}
