package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.engine.EngineSettings;
import onrecord.engine.Processors;
import onrecord.model.Article;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many threads write and merge at the same time. */
class SharingMergeSchedulerTest {

  /** How long a thread takes to create a file, so that others do so meanwhile if they may. */
  private static final int SPINS = 2_000;

  private final AtomicInteger writing = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger merged = new AtomicInteger();

  /** A directory that counts the threads that write to it at the same time. */
  private final class CountingDirectory extends FilterDirectory {

    CountingDirectory(Directory directory) {
      super(directory);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (context.context() == IOContext.Context.MERGE) {
        merged.incrementAndGet();
      }
      most.accumulateAndGet(writing.incrementAndGet(), Math::max);
      for (int i = 0; i < SPINS; i++) {
        Thread.onSpinWait();
      }
      writing.decrementAndGet();
      return new FilterIndexOutput(name, name, super.createOutput(name, context)) {
        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
          most.accumulateAndGet(writing.incrementAndGet(), Math::max);
          super.writeBytes(bytes, offset, length);
          writing.decrementAndGet();
        }
      };
    }
  }

  private static Article article(int number) {
    String text =
        IntStream.range(0, 60).mapToObj(i -> "word" + i * number).collect(Collectors.joining(" "));
    return Article.builder("a" + number, text).build();
  }

  private static long add(WritableIndex index, Article article) throws IOException {
    ArticleBlock block = ArticleBlock.of(article, List.of(), Optional.empty());
    return index.writer().addDocuments(block.documents());
  }

  /** With a patience that never ends, a thread that waits for another one would do so for ever. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void noMoreThreadsWriteAtTheSameTimeThanThereAreProcessors(int count)
      throws IOException, InterruptedException, ExecutionException {
    Processors processors = new Processors(count, Duration.ofDays(1));
    try (Directory memory = new ByteBuffersDirectory();
        WritableIndex index =
            WritableIndex.open(
                "the archive",
                () -> new CountingDirectory(memory),
                "1",
                WriterConfig.of(EngineSettings.DEFAULT, processors),
                processors)) {
      most.set(0);
      try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
        for (int commit = 0; commit < 20; commit++) {
          List<Future<?>> added = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            Article article = article(4 * commit + i);
            added.add(executor.submit(() -> index.change(() -> add(index, article))));
          }
          index.commit();
          for (Future<?> each : added) {
            each.get();
          }
        }
      }

      assertThat(most.get()).isBetween(1, count);
    }
    assertThat(merged.get()).as("files that were merged").isPositive();
  }
}
