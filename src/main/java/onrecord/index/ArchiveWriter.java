package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import com.google.common.hash.HashCode;
import com.google.common.util.concurrent.Striped;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import onrecord.engine.BackupReport;
import onrecord.engine.Change;
import onrecord.engine.EngineSettings;
import onrecord.engine.StoredArticle;
import onrecord.engine.Verification;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.schema.Fingerprint;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.SnapshotFunction;
import onrecord.schema.Stamp;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** Writes articles and their quotations to an index. Thread-safe. */
public final class ArchiveWriter implements Closeable {

  private final String name;
  private final Directory directory;
  private final IndexWriter writer;
  private final EngineSettings settings;
  private final Snapshots snapshots;
  private final ArticleFingerprints fingerprints;
  // An article is looked up and changed in one step; what concerns many holds up all changes.
  private final Striped<Lock> articles = Striped.lock(256);
  private final ReadWriteLock changing = new ReentrantReadWriteLock();
  private final WriterThreads threads;
  private final AtomicLong changes = new AtomicLong();
  private volatile long committedChanges;

  private ArchiveWriter(
      WriterThreads threads,
      String name,
      Directory directory,
      IndexWriter writer,
      EngineSettings settings,
      Stamp stamp)
      throws IOException {
    this.threads = threads;
    this.name = name;
    this.directory = directory;
    this.writer = writer;
    this.settings = settings;
    this.snapshots = Snapshots.of(writer, stamp, name);
    this.fingerprints = snapshots.fingerprints();
  }

  /**
   * {@return a writer to an archive, which is made if the folder is missing or empty}
   *
   * @param folder where the archive is
   * @param extractor the version of the extractor whose quotations will be added
   * @throws IOException if the folder holds something else or an archive of an older format,
   *     another writer has it, or it cannot be read or written
   */
  public static ArchiveWriter open(Path folder, String extractor, EngineSettings settings)
      throws IOException {
    return open(threads ->
        open(
            threads,
            folder.toString(),
            ArchiveFolder.forWriting(folder),
            extractor,
            settings,
            config(settings)));
  }

  /**
   * {@return a writer to a new archive in memory, which is gone when the writer is closed}
   *
   * @param extractor the version of the extractor whose quotations will be added
   */
  public static ArchiveWriter inMemory(String extractor, EngineSettings settings)
      throws IOException {
    return open("(in memory)", new ByteBuffersDirectory(), extractor, settings);
  }

  /** Opens a writer to a directory, which it closes. */
  static ArchiveWriter open(
      String name, Directory directory, String extractor, EngineSettings settings)
      throws IOException {
    return open(name, directory, extractor, settings, config(settings));
  }

  static ArchiveWriter open(
      String name,
      Directory directory,
      String extractor,
      EngineSettings settings,
      IndexWriterConfig config)
      throws IOException {
    return open(threads -> open(threads, name, directory, extractor, settings, config));
  }

  private static IndexWriterConfig config(EngineSettings settings) {
    return new IndexWriterConfig(Schema.analyzer())
        .setRAMBufferSizeMB(settings.ramBufferMegabytes())
        .setMergeScheduler(new Merging())
        .setIndexDeletionPolicy(keepingSnapshots());
  }

  /** Opens a writer that does all on some threads. */
  @FunctionalInterface
  private interface Opening {
    ArchiveWriter on(WriterThreads threads) throws IOException;
  }

  private static ArchiveWriter open(Opening opening) throws IOException {
    WriterThreads threads = new WriterThreads();
    try {
      return threads.run(() -> opening.on(threads));
    } catch (IOException | RuntimeException e) {
      try (threads) {
        throw e;
      }
    }
  }

  private static ArchiveWriter open(
      WriterThreads threads,
      String name,
      Directory directory,
      String extractor,
      EngineSettings settings,
      IndexWriterConfig config)
      throws IOException {
    IndexWriter writer = lock(name, directory, config);
    try {
      Stamp stamp = Stamp.current(extractor);
      stamp(writer, stamp, directory, name);
      return new ArchiveWriter(threads, name, directory, writer, settings, stamp);
    } catch (IOException e) {
      try (directory) {
        writer.rollback();
        throw Failures.of(name, e);
      }
    } catch (RuntimeException e) {
      try (directory) {
        writer.rollback();
        throw e;
      }
    }
  }

  /** {@return what keeps the last commit, and others for as long as they are copied} */
  static SnapshotDeletionPolicy keepingSnapshots() {
    return new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
  }

  /** {@return the writer that alone may write to a directory; the directory closes on failure} */
  static IndexWriter lock(String name, Directory directory, IndexWriterConfig config)
      throws IOException {
    try {
      StaleCommits.clear(directory);
      return new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      FileSystemException locked =
          new FileSystemException(
              name,
              null,
              "another writer has this archive open; close that one first, or open the archive"
                  + " for reading only");
      locked.initCause(e);
      try (directory) {
        throw locked;
      }
    } catch (IOException | RuntimeException e) {
      try (directory) {
        throw e;
      }
    }
  }

  /** {@return the states of the archive, which close with this writer} */
  public Snapshots snapshots() {
    return snapshots;
  }

  /**
   * Stores an article, or replaces the one with the same id, in one step: a reader sees all of it
   * or nothing. If the index holds exactly this article with quotations of the same extractor,
   * nothing is done, and the quotations are not asked for.
   *
   * @param article the article
   * @param extractor the version of the extractor that finds the quotations, if one does
   * @param quotations returns the quotations, in the order of the text; called by this thread
   * @return what was done
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id, a
   *     name is too long for the index, or the article is too long
   * @throws IOException if the index cannot be read or written
   */
  public Change put(
      Article article, Optional<String> extractor, Supplier<List<Quotation>> quotations)
      throws IOException {
    ArticleBlock.requireSize(article, settings.articleBytes());
    HashCode print = Fingerprint.of(article, extractor);
    if (extractor.isPresent() && fingerprints.get(article.id()).equals(Optional.of(print))) {
      return Change.UNCHANGED;
    }
    ArticleBlock block = new ArticleBlock(article, quotations.get(), extractor, print);
    block.requireStorable();
    return change(
        article.id(),
        () -> {
          Change change = fingerprints.get(article.id()).isEmpty() ? Change.ADDED : Change.REPLACED;
          put(block);
          return change;
        });
  }

  /**
   * Replaces the quotations of an article, unless it was changed or deleted since it was read.
   *
   * @param stored the article as it was read
   * @param quotations its quotations, in the order of the text
   * @param extractor the version of the extractor that found them
   * @return whether they were replaced
   * @throws IllegalArgumentException as {@link #put} does
   * @throws IOException if the index cannot be read or written
   */
  public boolean renew(StoredArticle stored, List<Quotation> quotations, String extractor)
      throws IOException {
    Article article = stored.article();
    HashCode before = Fingerprint.of(article, Optional.of(stored.extractor()));
    ArticleBlock block = ArticleBlock.of(article, quotations, Optional.of(extractor));
    block.requireStorable();
    return change(
        article.id(),
        () -> {
          boolean same = fingerprints.get(article.id()).equals(Optional.of(before));
          if (same) {
            put(block);
          }
          return same;
        });
  }

  private void put(ArticleBlock block) throws IOException {
    String id = block.article().id();
    writer.updateDocuments(new Term(IndexField.ARTICLE_ID.field(), id), block.documents());
    fingerprints.put(id, block.fingerprint());
    changes.incrementAndGet();
  }

  /**
   * Deletes an article with its quotations, in one step.
   *
   * @return whether there was one with this id
   * @throws IOException if the index cannot be written
   */
  public boolean delete(String id) throws IOException {
    return change(
        id,
        () -> {
          boolean there = fingerprints.get(id).isPresent();
          remove(id);
          return there;
        });
  }

  /**
   * Deletes articles with their quotations. No other change comes between choosing and deleting.
   *
   * @param choice chooses the ids of the articles to delete from all that was added by now
   * @return how many were deleted
   * @throws IOException if the index cannot be read or written
   */
  public long delete(SnapshotFunction<Set<String>> choice) throws IOException {
    return alone(() -> {
      snapshots.refresh();
      Set<String> ids = snapshots.use(choice);
      for (String id : ids) {
        remove(id);
      }
      return (long) ids.size();
    });
  }

  private void remove(String id) throws IOException {
    writer.deleteDocuments(new Term(IndexField.ARTICLE_ID.field(), id));
    fingerprints.remove(id);
    changes.incrementAndGet();
  }

  /**
   * Lets searches see what was changed by now.
   *
   * @throws IOException if the index cannot be read or written
   */
  public void refresh() throws IOException {
    write(() -> {
      snapshots.refresh();
      return Boolean.TRUE;
    });
  }

  /** {@return whether there are changes that no commit has made lasting yet} */
  public boolean hasUncommittedChanges() {
    return changes.get() != committedChanges;
  }

  /**
   * Makes all that was changed lasting. When it returns, it is on the disk.
   *
   * @throws IOException if the index cannot be written; then the last commit still stands
   */
  public void commit() throws IOException {
    long before = changes.get();
    changing.readLock().lock();
    try {
      write(() -> writer.commit());
    } finally {
      changing.readLock().unlock();
    }
    committedChanges = before;
  }

  /**
   * Copies the last commit to another folder, while writing goes on.
   *
   * @param target where the copy is to be: an earlier copy, an empty or a new folder
   * @throws IOException if the target holds something else or cannot be written, or the archive is
   *     damaged
   */
  public BackupReport backUp(Path target) throws IOException {
    return copy(commit -> Backup.copy(commit, target));
  }

  /** What is done with a commit. */
  @FunctionalInterface
  interface CommitFunction<T> {
    T apply(IndexCommit commit) throws IOException;
  }

  /** {@return the result of some work on the last commit, whose files stay until it is done} */
  <T> T copy(CommitFunction<T> work) throws IOException {
    return write(() -> {
      SnapshotDeletionPolicy commits =
          (SnapshotDeletionPolicy) writer.getConfig().getIndexDeletionPolicy();
      IndexCommit commit = commits.snapshot();
      try {
        return work.apply(commit);
      } finally {
        commits.release(commit);
      }
    });
  }

  /**
   * {@return what is found in a check of the last commit}
   *
   * @throws IOException if there is none
   */
  public Verification verify() throws IOException {
    return copy(commit -> Verifier.verify(name, commit));
  }

  /**
   * Closes without committing: what was changed since the last commit is gone.
   *
   * @throws IOException if the index cannot be closed
   */
  public void rollback() throws IOException {
    try (directory;
        snapshots;
        threads) {
      alone(() -> {
        writer.rollback();
        return Boolean.TRUE;
      });
    }
  }

  /**
   * Commits and closes. Closing twice has no effect.
   *
   * @throws IOException if what was changed since the last commit could not be written
   */
  @Override
  public void close() throws IOException {
    try (directory;
        snapshots;
        threads) {
      alone(() -> {
        closeWriter();
        return Boolean.TRUE;
      });
    }
  }

  private void closeWriter() throws IOException {
    Throwable failure = writer.getTragicException();
    try {
      writer.close();
    } catch (IOException | RuntimeException e) {
      // The archive must not stay locked, whatever happened.
      writer.rollback();
      throw e;
    }
    // Lucene closes quietly after it gave up on a write; what that lost must not be lost quietly.
    if (failure != null) {
      throw lost(failure);
    }
  }

  /** Work on the index. */
  @FunctionalInterface
  private interface Work<T extends @Nullable Object> {
    T run() throws IOException;
  }

  private <T> T change(String id, Work<T> work) throws IOException {
    changing.readLock().lock();
    Lock article = articles.get(id);
    article.lock();
    try {
      return write(work);
    } finally {
      article.unlock();
      changing.readLock().unlock();
    }
  }

  /** Does what no change may come between; changes and commits that run are waited for. */
  private <T> T alone(Work<T> work) throws IOException {
    changing.writeLock().lock();
    try {
      return write(work);
    } finally {
      changing.writeLock().unlock();
    }
  }

  private <T extends @Nullable Object> T write(Work<T> work) throws IOException {
    try {
      return threads.run(work::run);
    } catch (IOException e) {
      throw Failures.of(name, e);
    } catch (RuntimeException e) {
      // Work in the background may have failed, which Lucene tells in ways of its own.
      Throwable failure = writer.getTragicException();
      if (failure != null) {
        throw lost(failure);
      }
      throw e instanceof AlreadyClosedException
          ? new IllegalStateException("archive " + name + " is closed", e)
          : e;
    }
  }

  private IOException lost(Throwable failure) {
    return new IOException(
        "archive "
            + name
            + ": what was added since the last commit is lost, because writing failed: "
            + requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName()),
        failure);
  }

  /**
   * Stamps a new archive at once, and so a copy, which is an archive of its own from then on;
   * another one is stamped with its next commit.
   */
  private static void stamp(IndexWriter writer, Stamp stamp, Directory directory, String name)
      throws IOException {
    Map<String, String> present = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    }
    if (!present.isEmpty()) {
      Stamp.read(present, name).requireCurrent(name);
    }
    boolean isCopy = CopyMark.isIn(directory);
    Map<String, String> wanted = stamp.toUserData(isCopy ? Map.of() : present);
    if (!present.equals(wanted)) {
      writer.setLiveCommitData(wanted.entrySet());
    }
    if (present.isEmpty() || isCopy) {
      writer.commit();
      CopyMark.clear(directory);
    }
  }
}
