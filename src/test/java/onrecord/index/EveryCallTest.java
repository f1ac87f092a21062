package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onrecord.Folders;
import onrecord.engine.EngineSettings;
import onrecord.engine.ProgressObserver;
import onrecord.engine.Verification;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.schema.Schema;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Repeats everything that writes or verifies, in files, and lets its first call to the disk fail,
 * then its second, and so on until it succeeds. Below 10,000 {@code -Dfaults.seeds=N} only a sample
 * of the calls fails.
 */
class EveryCallTest {

  private static final int STRIDE = Integer.getInteger("faults.seeds", 400) < 10_000 ? 293 : 1;
  private static final int SHORT_STRIDE = Math.max(1, STRIDE / 7);
  private static final String ARCHIVE = "the archive";
  private static final String BACKUP = "the backup";
  private static final Path OLD = Path.of("index-fixtures", "archives", "format-1");

  @TempDir Path folder;

  private final Map<String, Integer> faults = new TreeMap<>();
  private int runs;
  private int failures;

  /** What is repeated. */
  @FunctionalInterface
  private interface Scenario {
    /** {@return whether a call failed} */
    boolean run(Path files, NthCall calls) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void writingKeepsTheLastCommit(NthCall.Failure failure) throws IOException {
    repeat("writing", failure, STRIDE, this::write);
  }

  @ParameterizedTest
  @EnumSource
  void upgradingKeepsTheArticles(NthCall.Failure failure) throws IOException {
    repeat("upgrading", failure, SHORT_STRIDE, this::upgrade);
  }

  @ParameterizedTest
  @EnumSource
  void verifyingChangesNothing(NthCall.Failure failure) throws IOException {
    repeat("verifying", failure, 1, this::verify);
  }

  @ParameterizedTest
  @EnumSource
  void openingReleasesTheLock(NthCall.Failure failure) throws IOException {
    repeat("opening", failure, 1, this::reopen);
  }

  private void repeat(String name, NthCall.Failure failure, int stride, Scenario scenario)
      throws IOException {
    boolean fails = true;
    for (long n = 1 + failure.ordinal() % stride; fails; n += stride) {
      NthCall calls = new NthCall(n, failure);
      Path files = Files.createDirectory(folder.resolve("call-" + n));
      try {
        fails = scenario.run(files, calls);
      } catch (IOException | RuntimeException e) {
        throw new AssertionError(name + ", call " + n + ", " + failure, e);
      }
      runs++;
      calls.faults().forEach((kind, count) -> faults.merge(kind, count, Integer::sum));
      IOUtils.rm(files);
    }
    assertThat(runs).as("runs").isGreaterThan(1);
    System.out.printf(
        "Call 1 + %d n, %s, %s: %s in %d runs, calls of the archive that failed: %d, commits lost"
            + " or broken: 0%n",
        stride, name, failure, faults, runs, failures);
  }

  /** A failure of a call to the archive or its backup, which must be named. */
  private void requireNamed(Throwable failure) {
    failures++;
    if (failure instanceof IOException) {
      assertThat(failure.getMessage())
          .as("message of %s", failure)
          .containsAnyOf(ARCHIVE, BACKUP)
          .contains("injected fault");
    } else {
      assertThat(failure).isInstanceOf(OutOfMemoryError.class);
    }
  }

  private boolean write(Path files, NthCall calls) throws IOException {
    try (Directory archive = FSDirectory.open(files.resolve("archive"));
        Directory backup = FSDirectory.open(files.resolve("backup"))) {
      Writing writing =
          new Writing(new FailingDisk(archive, calls), new FailingDisk(backup, calls));
      try {
        writing.run();
      } catch (IOException | OutOfMemoryError e) {
        requireNamed(e);
      }
      calls.mend();
      checkWritten(archive, backup, writing);
    }
    return !calls.faults().isEmpty();
  }

  private static void checkWritten(Directory archive, Directory backup, Writing writing)
      throws IOException {
    KnownContents known = writing.known;
    if (writing.created || DirectoryReader.indexExists(archive)) {
      requireSound(archive, known.possible());
    }
    if (known.hasBackup()) {
      requireSound(backup, known.possibleBackups());
    }
    // Work continues, and so do backups to the same target.
    Map<String, String> contents;
    try (ArchiveWriter writer = open(archive)) {
      writer.put(article("again", 1), Optional.of("1"), List::of);
      writer.commit();
      writer.withLastCommit(commit -> Backup.write(commit, backup, BACKUP, ProgressObserver.NONE));
      contents = KnownContents.of(archive);
    }
    assertThat(contents).containsKey("again");
    requireSound(archive, List.of(contents));
    requireSound(backup, List.of(contents));
  }

  private static void requireSound(Directory disk, List<Map<String, String>> possible)
      throws IOException {
    assertThat(Verifier.verify(ARCHIVE, disk, ProgressObserver.NONE).problems()).isEmpty();
    assertThat(KnownContents.of(disk)).isIn(possible);
  }

  private boolean reopen(Path files, NthCall calls) throws IOException {
    try (Directory disk = FSDirectory.open(files)) {
      try (ArchiveWriter writer = open(disk)) {
        writer.put(article("a", 1), Optional.of("1"), List::of);
      }
      try {
        open(new FailingDisk(disk, calls)).close();
      } catch (IOException | OutOfMemoryError e) {
        requireNamed(e);
      }
      calls.mend();
      requireSound(disk, List.of(Map.of("a", article("a", 1).text())));
      open(disk).close();
      return !calls.faults().isEmpty();
    }
  }

  private boolean upgrade(Path files, NthCall calls) throws IOException {
    try (Directory disk = FSDirectory.open(Folders.copy(OLD, files.resolve("old")))) {
      Map<String, String> before = KnownContents.of(disk);
      try {
        Upgrade.upgrade(
            ARCHIVE,
            new Unclosed(new FailingDisk(disk, calls)),
            EngineSettings.DEFAULT,
            ProgressObserver.NONE);
      } catch (IOException | OutOfMemoryError e) {
        requireNamed(e);
      }
      calls.mend();
      requireSound(disk, List.of(before));
      assertThat(
              Upgrade.upgrade(
                      ARCHIVE, new Unclosed(disk), EngineSettings.DEFAULT, ProgressObserver.NONE)
                  .to())
          .isEqualTo(Schema.FORMAT);
      requireSound(disk, List.of(before));
      open(new Unclosed(disk)).close();
      return !calls.faults().isEmpty();
    }
  }

  private boolean verify(Path files, NthCall calls) throws IOException {
    try (Directory disk = FSDirectory.open(Folders.copy(OLD, files.resolve("old")))) {
      List<String> before = List.of(disk.listAll());
      try {
        Verification report =
            Verifier.verify(ARCHIVE, new FailingDisk(disk, calls), ProgressObserver.NONE);
        assertThat(report.problems()).allSatisfy(problem -> assertThat(problem).contains("fault"));
      } catch (IOException | OutOfMemoryError e) {
        requireNamed(e);
      }
      assertThat(disk.listAll()).containsExactlyElementsOf(before);
      assertThat(Verifier.verify(ARCHIVE, disk, ProgressObserver.NONE).isSound()).isTrue();
      return !calls.faults().isEmpty();
    }
  }

  private static ArchiveWriter open(Directory disk) throws IOException {
    LogDocMergePolicy merging = new LogDocMergePolicy();
    merging.setMergeFactor(2);
    IndexWriterConfig config =
        new IndexWriterConfig(Schema.analyzer())
            .setMaxBufferedDocs(2)
            .setMergePolicy(merging)
            .setMergeScheduler(new SerialMergeScheduler())
            .setIndexDeletionPolicy(WriterConfig.deletionPolicy());
    return ArchiveWriter.open(ARCHIVE, new Unclosed(disk), "1", EngineSettings.DEFAULT, config);
  }

  private static Article article(String id, int number) {
    return Article.builder(id, "Number " + number + " " + "again ".repeat(number)).build();
  }

  /** A disk that stays open for the test when the archive on it is closed. */
  private static final class Unclosed extends FilterDirectory {
    Unclosed(Directory disk) {
      super(disk);
    }

    @Override
    public void close() {
      // The test closes the disk.
    }
  }

  /** Everything that is done with an archive, in two sessions. */
  private static final class Writing {
    private final Directory disk;
    private final Directory backup;
    private final KnownContents known = new KnownContents();
    private boolean created;

    Writing(Directory disk, Directory backup) {
      this.disk = disk;
      this.backup = backup;
    }

    private interface Session {
      void use(ArchiveWriter writer) throws IOException;
    }

    void run() throws IOException {
      inSession(writer -> {
        put(writer, article("a", 1));
        put(writer, article("b", 2));
        put(writer, article("c", 3));
        commit(writer);
        delete(writer, "a");
        put(writer, article("b", 4));
        commit(writer);
        writer.refresh();
        backUp(writer);
        put(writer, article("d", 5));
      });
      inSession(writer -> {
        delete(writer, "c");
        put(writer, article("e", 6));
        commit(writer);
        backUp(writer);
        put(writer, article("f", 7));
      });
    }

    private void inSession(Session session) throws IOException {
      ArchiveWriter writer = open(disk);
      created = true;
      try {
        session.use(writer);
      } catch (IOException | OutOfMemoryError e) {
        try {
          close(writer);
        } catch (IOException | OutOfMemoryError | IllegalStateException closing) {
          e.addSuppressed(closing);
        }
        throw e;
      }
      close(writer);
    }

    private void close(ArchiveWriter writer) throws IOException {
      known.tryCommit();
      writer.close();
      known.committed();
    }

    private void commit(ArchiveWriter writer) throws IOException {
      known.tryCommit();
      writer.commit();
      known.committed();
    }

    private void backUp(ArchiveWriter writer) throws IOException {
      known.tryBackUp();
      writer.withLastCommit(commit -> Backup.write(commit, backup, BACKUP, ProgressObserver.NONE));
      known.backedUp();
    }

    private void put(ArchiveWriter writer, Article article) throws IOException {
      Quotation quotation = Quotation.builder(article, List.of(new Span(0, 6))).build();
      change(
          article.id(),
          Optional.of(article.text()),
          () -> writer.put(article, Optional.of("1"), () -> List.of(quotation)));
    }

    private void delete(ArchiveWriter writer, String id) throws IOException {
      change(id, Optional.empty(), () -> writer.delete(id));
    }

    private void change(String id, Optional<String> text, WriterThreads.Work<?> work)
        throws IOException {
      try {
        work.run();
      } catch (IOException | OutOfMemoryError e) {
        known.mayHavePut(id, text);
        throw e;
      }
      known.put(id, text);
    }
  }
}
