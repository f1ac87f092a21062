package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import onrecord.engine.Processors;
import onrecord.index.WriterThreads.Work;
import onrecord.schema.FrozenCommit;
import onrecord.schema.ReaderCloser;
import onrecord.schema.Stamp;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The index of an archive, open for writing: locked against other writers and stamped with the
 * current format. All work on it is done by {@link WriterThreads}, and its failures name the
 * archive. Thread-safe.
 */
final class WritableIndex implements Closeable {

  /** The bytes of added articles in memory that it takes several threads to write to disk. */
  private static final long LARGE_BUFFERS = 1_000_000;

  /** The share of the memory for added articles from which on it is nearly full. */
  private static final double NEARLY_FULL = 0.875;

  private final WriterThreads threads;
  private final String name;
  private final SyncTrackingDirectory directory;
  private final IndexWriter writer;
  private final Stamp stamp;
  private final Snapshots snapshots;
  private final AtomicBoolean isFlushing = new AtomicBoolean();

  private WritableIndex(
      WriterThreads threads,
      String name,
      SyncTrackingDirectory directory,
      IndexWriter writer,
      Stamp stamp)
      throws IOException {
    this.threads = threads;
    this.name = name;
    this.directory = directory;
    this.writer = writer;
    this.stamp = stamp;
    this.snapshots = Snapshots.of(writer, stamp, closingOn(threads), name);
  }

  /**
   * Opens an index, or creates one in an empty directory.
   *
   * @param name the name of the archive in messages
   * @param opening opens the directory, which is closed with the index
   * @param extractor the version of the extractor whose quotations will be added
   * @param processors are shared by the threads that add, write and merge
   * @throws IOException if the archive has an older format, another writer has it open, or it
   *     cannot be read or written
   */
  static WritableIndex open(
      String name,
      Work<Directory> opening,
      String extractor,
      IndexWriterConfig config,
      Processors processors)
      throws IOException {
    WriterThreads threads = new WriterThreads(processors);
    try {
      return threads.run(
          () -> open(threads, name, new SyncTrackingDirectory(opening.run()), extractor, config));
    } catch (IOException e) {
      try (threads) {
        throw IOFailures.naming(name, e);
      }
    } catch (RuntimeException | Error e) {
      try (threads) {
        throw e;
      }
    }
  }

  private static WritableIndex open(
      WriterThreads threads,
      String name,
      SyncTrackingDirectory directory,
      String extractor,
      IndexWriterConfig config)
      throws IOException {
    IndexWriter writer = lock(name, directory, config);
    try {
      Stamp stamp = Stamp.current(extractor);
      stamp(writer, stamp, directory, name);
      return new WritableIndex(threads, name, directory, writer, stamp);
    } catch (IOException | RuntimeException | Error e) {
      // A merge that fails in the background is what the writer refuses to go on for.
      Throwable cause = requireNonNullElse(writer.getTragicException(), e);
      try (directory) {
        writer.rollback();
        throw IOFailures.failure(name, cause);
      }
    }
  }

  private static ReaderCloser closingOn(WriterThreads threads) {
    return reader ->
        threads.run(() -> {
          reader.close();
          return true;
        });
  }

  /**
   * Locks a directory against other writers. If this fails, the directory is closed.
   *
   * @return the writer that holds the lock
   * @throws IOException if another writer has the lock, or the index cannot be read or written
   */
  static IndexWriter lock(String name, Directory directory, IndexWriterConfig config)
      throws IOException {
    try {
      StaleCommits.delete(directory);
      return new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      FileSystemException locked =
          new FileSystemException(
              name,
              null,
              "another writer has this archive open; close it first, or open the archive for"
                  + " reading only");
      locked.initCause(e);
      try (directory) {
        throw locked;
      }
    } catch (IOException e) {
      try (directory) {
        throw e;
      }
    } catch (RuntimeException | VirtualMachineError e) {
      try (directory) {
        throw IOFailures.unreadable(name, e);
      }
    }
  }

  /**
   * Sets the stamp that the next commit will have. A new archive is committed at once, and so is a
   * backup, which becomes an archive in its own right when it is opened for writing.
   */
  private static void stamp(IndexWriter writer, Stamp stamp, Directory directory, String name)
      throws IOException {
    Map<String, String> present = userData(writer);
    if (!present.isEmpty()) {
      Stamp.read(present, name).requireCurrent(name);
    }
    boolean isBackup = BackupMark.isIn(directory);
    // Articles have numbers of commits, so these go on although a backup becomes another archive.
    Map<String, String> wanted =
        stamp.toUserData(isBackup ? Map.of() : present, Stamp.commits(present));
    if (!present.equals(wanted)) {
      writer.setLiveCommitData(wanted.entrySet());
    }
    if (present.isEmpty() || isBackup) {
      writer.commit();
      BackupMark.clear(directory);
    }
  }

  /** Returns the user data that the next commit will have. */
  private static Map<String, String> userData(IndexWriter writer) {
    Map<String, String> present = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    }
    return present;
  }

  /** Returns the name of the archive in messages. */
  String name() {
    return name;
  }

  /** Returns the Lucene writer, which must be used in {@link #run} only. */
  IndexWriter writer() {
    return writer;
  }

  /** {@return the number of the next commit, unless another one is set} */
  int commits() {
    return Stamp.commits(userData(writer));
  }

  /** Sets the number of the next commit, which must not be running. */
  void number(int commits) {
    writer.setLiveCommitData(stamp.toUserData(userData(writer), commits).entrySet());
  }

  /** Returns the snapshots of the archive, which are closed with this index. */
  Snapshots snapshots() {
    return snapshots;
  }

  /** Returns the processors that are shared by the threads that add, write and merge. */
  Processors processors() {
    return threads.processors();
  }

  /**
   * Changes the index as {@link #runBusily} does, when merges have caught up with what was added.
   *
   * @return the result of the work
   * @throws IOException if the work throws it, or a background merge has failed
   * @throws IllegalStateException if the index is closed
   */
  <T extends @Nullable Object> T change(Work<T> work) throws IOException {
    return run(() -> {
      if (writer.getConfig().getMergeScheduler() instanceof SharingMergeScheduler merges) {
        merges.awaitMerges();
      }
      return processors().use(work::run);
    });
  }

  /**
   * Does work on the index that needs a processor, as {@link #run} does. Such work must not wait
   * for a lock of the archive, or do other such work.
   *
   * @return the result of the work
   * @throws IOException if the work throws it, or a background merge has failed
   * @throws IllegalStateException if the index is closed
   */
  <T extends @Nullable Object> T runBusily(Work<T> work) throws IOException {
    return run(() -> processors().use(work::run));
  }

  /**
   * Does work on the index.
   *
   * @return the result of the work
   * @throws IOException if the work throws it, or a background merge has failed
   * @throws IllegalStateException if the index is closed
   */
  <T extends @Nullable Object> T run(Work<T> work) throws IOException {
    try {
      return threads.run(work);
    } catch (IOException e) {
      throw IOFailures.naming(name, e);
    } catch (InternalError e) {
      Optional<Throwable> failure = failure();
      throw failure.isPresent() ? lost(failure.get()) : IOFailures.unreadable(name, e);
    } catch (RuntimeException e) {
      // If a background merge has failed, Lucene throws unchecked exceptions of several classes.
      Optional<Throwable> failure = failure();
      if (failure.isPresent()) {
        throw lost(failure.get());
      }
      throw e instanceof AlreadyClosedException
          ? new IllegalStateException("archive " + name + " is closed", e)
          : IOFailures.unlessDamaged(name, e);
    }
  }

  /** Returns why the changes since the last commit are lost, if they are. */
  private Optional<Throwable> failure() {
    Optional<Throwable> merge = Optional.ofNullable(writer.getTragicException());
    return merge.isPresent() ? merge : directory.failure().map(failure -> failure);
  }

  /**
   * Commits all changes. If files cannot be flushed to the disk, all changes since the last commit
   * are discarded, since it is not known what the disk holds of them; the last commit is intact.
   *
   * @throws IOException if the index cannot be written
   */
  void commit() throws IOException {
    run(this::commitAll);
  }

  /**
   * Starts writing to disk what one thread has added if little memory is left, so that the threads
   * that add articles do not wait for it: if no memory is left, one of them has to do it. If that
   * fails, the next change fails. Must be used in {@link #run} only.
   */
  void flushIfNearlyFull() {
    double limit = writer.getConfig().getRAMBufferSizeMB() * (1 << 20);
    if (threads.areSeveral()
        && writer.ramBytesUsed() > limit * NEARLY_FULL
        && isFlushing.compareAndSet(false, true)) {
      threads.start(() -> {
        try {
          writer.flushNextBuffer();
        } finally {
          isFlushing.set(false);
        }
        return true;
      });
    }
  }

  /** Writes what has been added to disk with several threads, which a commit does with one. */
  private void flushBuffers() throws IOException {
    if (writer.ramBytesUsed() > LARGE_BUFFERS) {
      threads.share(() -> {
        writer.flushNextBuffer();
        return true;
      });
    }
  }

  private long commitAll() throws IOException {
    try {
      flushBuffers();
      return processors().use(writer::commit);
    } catch (IOException e) {
      if (directory.failure().isPresent()) {
        discard(e);
      }
      throw e;
    }
  }

  /**
   * Commits all changes and keeps this commit under a name. No other commit may be made meanwhile.
   *
   * @throws IOException if there is a state with this name, or the index cannot be written
   * @throws IllegalArgumentException if the name is not valid
   */
  void freeze(String state, LocalDate day) throws IOException {
    FrozenCommit.requireName(state);
    run(() -> {
      if (FrozenCommit.listedIn(userData(writer)).containsKey(state)) {
        throw new FileSystemException(
            name,
            null,
            "has a frozen state '" + state + "' already; delete it, or use another name");
      }
      commitAll();
      long generation = SegmentInfos.getLastCommitGeneration(directory);
      return commitWith(new FrozenCommit(state, generation, day).addTo(userData(writer)));
    });
  }

  /**
   * Commits all changes and no longer keeps a commit under a name.
   *
   * @return whether there was a state with this name
   * @throws IOException if the index cannot be written
   */
  boolean unfreeze(String state) throws IOException {
    return run(() -> {
      Map<String, String> present = userData(writer);
      @Nullable FrozenCommit frozen = FrozenCommit.listedIn(present).get(state);
      if (frozen == null) {
        commitAll();
        return false;
      }
      commitWith(frozen.removeFrom(present));
      return true;
    });
  }

  /** Commits all changes with other user data; if that fails, it remains to be committed. */
  private long commitWith(Map<String, String> userData) throws IOException {
    writer.setLiveCommitData(userData.entrySet());
    return commitAll();
  }

  private void discard(IOException failure) throws IOException {
    IOException lost = lost(failure);
    try {
      writer.rollback();
    } catch (IOException | RuntimeException e) {
      lost.addSuppressed(e);
    }
    throw lost;
  }

  private IOException lost(Throwable failure) {
    return new IOException(
        "archive "
            + name
            + ": the changes since the last commit are lost, because a write failed; the last commit"
            + " is intact, open the archive again: "
            + requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName()),
        failure);
  }

  /** A computation on a commit. */
  @FunctionalInterface
  interface CommitFunction<T> {
    T apply(IndexCommit commit) throws IOException;
  }

  /** Returns the result of a computation on the last commit, whose files are kept meanwhile. */
  <T> T withLastCommit(CommitFunction<T> computation) throws IOException {
    return run(() -> {
      SnapshotDeletionPolicy commits =
          (SnapshotDeletionPolicy) writer.getConfig().getIndexDeletionPolicy();
      IndexCommit commit = commits.snapshot();
      try {
        return computation.apply(commit);
      } finally {
        commits.release(commit);
      }
    });
  }

  /**
   * Discards all changes since the last commit and closes this index.
   *
   * @throws IOException if the index cannot be closed
   */
  void rollback() throws IOException {
    try (directory;
        snapshots;
        threads) {
      run(() -> {
        writer.rollback();
        return true;
      });
    }
  }

  /**
   * Commits and closes this index. Has no effect if it is closed.
   *
   * @throws IOException if the changes since the last commit could not be written
   */
  @Override
  public void close() throws IOException {
    try (directory;
        snapshots;
        threads) {
      run(() -> {
        closeWriter();
        return true;
      });
    }
  }

  private void closeWriter() throws IOException {
    Optional<Throwable> failure = failure();
    try {
      if (directory.failure().isPresent()) {
        writer.rollback();
      } else {
        flushBuffers();
        processors()
            .use(() -> {
              writer.flush();
              return Boolean.TRUE;
            });
        // Waits for merges, each of which uses a processor.
        writer.close();
      }
    } catch (IOException | RuntimeException | Error e) {
      // Releases the lock in any case.
      writer.rollback();
      throw e;
    }
    // After a failed write, Lucene closes without an exception, although changes are lost.
    if (failure.isPresent()) {
      throw lost(failure.get());
    }
  }
}
