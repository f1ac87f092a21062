package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.engine.Change;
import onrecord.engine.EngineSettings;
import onrecord.engine.ProgressObserver;
import onrecord.model.Article;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveWriterTest {

  @Test
  void aLostWriteIsReportedAndTheLastCommitIsIntact() throws IOException {
    try (Directory memory = new ByteBuffersDirectory()) {
      FullDisk disk = new FullDisk(memory);
      ArchiveWriter writer = ArchiveWriter.open("the archive", disk, "1", EngineSettings.DEFAULT);
      writer.put(Article.builder("a", "Text.").build(), Optional.empty(), List::of);
      writer.commit();

      writer.put(Article.builder("b", "Text.").build(), Optional.empty(), List::of);
      disk.full.set(true);

      assertThatThrownBy(writer::commit).hasMessageContaining("the disk is full");
      assertThatThrownBy(writer::close)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the archive")
          .hasMessageContaining("lost");
      try (DirectoryReader reader = DirectoryReader.open(memory)) {
        assertThat(reader.numDocs()).isEqualTo(1);
      }
    }
  }

  @Test
  void verifyReportsNoProblemWhereAFileCannotBeRead() throws IOException {
    try (Directory memory = new ByteBuffersDirectory()) {
      try (ArchiveWriter writer =
          ArchiveWriter.open("the archive", new FullDisk(memory), "1", EngineSettings.DEFAULT)) {
        writer.put(Article.builder("a", "Text.").build(), Optional.empty(), List::of);
      }
      Directory locked =
          new FilterDirectory(memory) {
            @Override
            public IndexInput openInput(String name, IOContext context) throws IOException {
              if (name.endsWith(".cfs")) {
                throw new AccessDeniedException(name);
              }
              return super.openInput(name, context);
            }
          };

      assertThatThrownBy(() -> Verifier.verify("the archive", locked, ProgressObserver.NONE))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessage("_0.cfs");
    }
  }

  @Test
  void deletesThousandsOfArticlesOneByOne() throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.inMemory("1", EngineSettings.DEFAULT)) {
      List<String> ids = IntStream.range(0, 2_500).mapToObj(i -> "a" + i).toList();
      for (String id : ids) {
        add(writer, Article.builder(id, "Text.").build());
      }
      add(writer, Article.builder("kept", "Text.").build());

      long deleted =
          writer.delete((snapshot, visitor) -> {
            for (String id : ids) {
              visitor.visit(id);
            }
            return ids.size();
          });

      writer.refresh();
      assertThat(deleted).isEqualTo(2_500);
      assertThat(writer.snapshots().<Integer>use(snapshot -> snapshot.reader().numDocs()))
          .isEqualTo(1);
      assertThat(put(writer, Article.builder("kept", "Text.").build())).isEqualTo(Change.UNCHANGED);
      assertThat(put(writer, Article.builder("a7", "Text.").build())).isEqualTo(Change.ADDED);
    }
  }

  @Test
  void changesAreKnownAfterARefreshFailed() throws IOException {
    Article before = Article.builder("x", "Version one.").build();
    Article after = Article.builder("x", "Version two.").build();
    try (Directory memory = new ByteBuffersDirectory()) {
      FullDisk disk = new FullDisk(memory);
      try (ArchiveWriter writer =
          ArchiveWriter.open("the archive", disk, "1", EngineSettings.DEFAULT)) {
        add(writer, before);
        add(writer, Article.builder("gone", "Text.").build());
        writer.commit();
        writer.refresh();
        add(writer, after);
        add(writer, Article.builder("new", "Text.").build());
        writer.delete("gone");

        disk.unreadable.set(true);
        assertThatThrownBy(writer::refresh).hasMessageContaining("too many open files");
        disk.unreadable.set(false);

        assertThat(put(writer, after)).isEqualTo(Change.UNCHANGED);
        assertThat(writer.delete("gone")).isFalse();
        assertThat(writer.delete("new")).isTrue();
        writer.refresh();
        assertThat(put(writer, after)).isEqualTo(Change.UNCHANGED);
        assertThat(put(writer, before)).isEqualTo(Change.REPLACED);
      }
    }
  }

  @Test
  void neverFlushesAgainAfterAFlushFailedAndKeepsTheLastCommit() throws IOException {
    try (Directory memory = new ByteBuffersDirectory()) {
      AtomicBoolean failing = new AtomicBoolean();
      AtomicInteger flushesAfterFailure = new AtomicInteger();
      AtomicBoolean failed = new AtomicBoolean();
      Directory disk =
          new FilterDirectory(memory) {
            @Override
            public void sync(Collection<String> names) throws IOException {
              flushesAfterFailure.addAndGet(failed.get() ? 1 : 0);
              if (failing.compareAndSet(true, false)) {
                failed.set(true);
                throw new IOException("Input/output error");
              }
              super.sync(names);
            }

            @Override
            public void close() {}
          };
      ArchiveWriter writer = ArchiveWriter.open("the archive", disk, "1", EngineSettings.DEFAULT);
      add(writer, Article.builder("a", "Text.").build());
      writer.commit();
      add(writer, Article.builder("b", "Text.").build());

      failing.set(true);
      assertThatThrownBy(writer::commit)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the changes since the last commit are lost")
          .hasMessageContaining("open the archive again")
          .hasMessageContaining("Input/output error");
      assertThatThrownBy(() -> add(writer, Article.builder("c", "Text.").build()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("lost");
      assertThatThrownBy(writer::commit).isInstanceOf(IOException.class);
      assertThatThrownBy(writer::close).isInstanceOf(IOException.class);

      assertThat(flushesAfterFailure).hasValue(0);
      failed.set(false);
      try (ArchiveWriter again =
          ArchiveWriter.open("the archive", disk, "1", EngineSettings.DEFAULT)) {
        assertThat(put(again, Article.builder("a", "Text.").build())).isEqualTo(Change.UNCHANGED);
        assertThat(put(again, Article.builder("b", "Text.").build())).isEqualTo(Change.ADDED);
      }
    }
  }

  private static Change put(ArchiveWriter writer, Article article) throws IOException {
    return writer.put(article, Optional.of("1"), List::of);
  }

  private static void add(ArchiveWriter writer, Article article) throws IOException {
    writer.put(article, Optional.of("1"), List::of);
  }

  @Test
  void failedBackgroundMergesAreReportedAsLostWrites() throws IOException {
    int failures = 0;
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      try (Directory memory = new ByteBuffersDirectory()) {
        Directory disk = new UnsteadyMerges(memory, seed);
        ArchiveWriter writer = ArchiveWriter.open("the archive", disk, "1", EngineSettings.DEFAULT);
        int committed = 0;
        int articles = 8 + random.nextInt(25);
        try (writer) {
          for (int i = 0; i < articles; i++) {
            add(writer, Article.builder("a" + i, "Text " + i + ".").build());
            if (i % 3 < 2) {
              writer.commit();
              committed = i + 1;
            } else {
              writer.refresh();
            }
          }
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("No space left");
          failures++;
        }
        try (DirectoryReader reader = DirectoryReader.open(memory)) {
          assertThat(reader.numDocs()).as("seed %d", seed).isGreaterThanOrEqualTo(committed);
        }
      }
    }
    assertThat(failures).isPositive();
  }

  private static EngineSettings settings(int ramBufferMegabytes) {
    return new EngineSettings(
        ramBufferMegabytes, 2, 1_000_000, Duration.ZERO, 0, InstantSource.system());
  }

  /** {@return an article of words that occur nowhere else} */
  private static Article manyWords(int number) {
    String text =
        IntStream.range(0, 1_000)
            .mapToObj(word -> Integer.toString(number * 1_000 + word, 36) + "ish")
            .collect(Collectors.joining(" "));
    return Article.builder("a" + number, text).build();
  }

  private static void put(ArchiveWriter writer, int articles) throws IOException {
    for (int i = 0; i < articles; i++) {
      writer.put(manyWords(i), Optional.empty(), List::of);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void whatNeedsMuchMemoryIsWrittenWithoutLoss(int ramBufferMegabytes) throws IOException {
    try (Directory memory = new ByteBuffersDirectory()) {
      FullDisk disk = new FullDisk(memory);
      try (ArchiveWriter writer =
          ArchiveWriter.open("the archive", disk, "1", settings(ramBufferMegabytes))) {
        put(writer, 60);
        writer.commit();
        put(writer, 5);
      }

      try (DirectoryReader reader = DirectoryReader.open(memory)) {
        assertThat(reader.numDocs()).isEqualTo(60);
      }
      assertThat(Verifier.verify("the archive", memory, ProgressObserver.NONE).isSound()).isTrue();
    }
  }

  @Test
  void theNextChangeFailsAfterMemoryCouldNotBeWritten() throws IOException {
    try (Directory memory = new ByteBuffersDirectory()) {
      FullDisk disk = new FullDisk(memory, ".nvd");
      ArchiveWriter writer = ArchiveWriter.open("the archive", disk, "1", settings(1));
      disk.full.set(true);

      assertThatThrownBy(() -> put(writer, 1_000))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the archive")
          .hasMessageContaining("lost")
          .hasMessageContaining("the disk is full");
      assertThatThrownBy(writer::close).hasMessageContaining("lost");
      try (DirectoryReader reader = DirectoryReader.open(memory)) {
        assertThat(reader.numDocs()).isZero();
      }
    }
  }

  /** A disk that is sometimes full for merges. */
  private static final class UnsteadyMerges extends FilterDirectory {
    private final Random random;

    UnsteadyMerges(Directory disk, long seed) {
      super(disk);
      random = new Random(seed);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (context.context() == IOContext.Context.MERGE && random.nextInt(8) == 0) {
        throw new IOException("No space left on device");
      }
      return super.createOutput(name, context);
    }

    @Override
    public void close() {
      // The test reads the disk after the writer has been closed.
    }
  }

  private static final class FullDisk extends FilterDirectory {
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final String ending;

    FullDisk(Directory disk) {
      this(disk, "");
    }

    /** Creates a disk on which there can be no room for files with an ending alone. */
    FullDisk(Directory disk, String ending) {
      super(disk);
      this.ending = ending;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (full.get() && name.endsWith(ending)) {
        throw new IOException("the disk is full");
      }
      return super.createOutput(name, context);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      if (unreadable.get() && name.endsWith(".cfs")) {
        throw new IOException("too many open files");
      }
      return super.openInput(name, context);
    }

    @Override
    public void close() {
      // The test reads the disk after the writer has been closed.
    }
  }
}
