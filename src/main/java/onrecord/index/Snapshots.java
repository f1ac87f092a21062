package onrecord.index;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onrecord.engine.BackupReport;
import onrecord.engine.FrozenState;
import onrecord.engine.ProgressObserver;
import onrecord.engine.Verification;
import onrecord.schema.ReaderCloser;
import onrecord.schema.SentenceReader;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotFunction;
import onrecord.schema.Stamp;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of an archive that searches run on; {@link #refresh} replaces the current one by
 * the newest. Thread-safe.
 */
public final class Snapshots implements Closeable {

  private static final int ATTEMPTS = 20;

  private final Current current;
  private final Closeable source;
  private final Optional<String> state;

  private Snapshots(Current current, Closeable source, Optional<String> state) {
    this.current = current;
    this.source = source;
    this.state = state;
  }

  /**
   * {@return the snapshots of the commits of an archive, which another process may write to}
   *
   * @param state the name of the frozen state to read, which never changes; empty for the last
   *     commit
   * @throws IOException if there is no archive in the folder, it has no such state, or it cannot be
   *     read
   */
  public static Snapshots openReadOnly(Path folder, Optional<String> state) throws IOException {
    Directory directory = ArchiveFolder.forReading(folder);
    String name = folder.toString();
    try {
      DirectoryReader reader =
          state.isPresent()
              ? DirectoryReader.open(FrozenStates.in(directory, name).commit(state.get()))
              : DirectoryReader.open(directory);
      Renewal renewal = state.isPresent() ? old -> null : DirectoryReader::openIfChanged;
      return new Snapshots(
          new Current(SentenceReader.of(reader), null, DirectoryReader::close, name, renewal),
          directory,
          state);
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      try (directory) {
        throw IOFailures.unreadable(folder.toString(), e);
      }
    }
  }

  /**
   * {@return the snapshots of an index that is being written, whether committed or not}
   *
   * @param closer closes their readers, which deletes files of the index; it must not do so on a
   *     thread that may be interrupted
   */
  static Snapshots of(IndexWriter writer, Stamp stamp, ReaderCloser closer, String name)
      throws IOException {
    return new Snapshots(
        new Current(
            SentenceReader.of(DirectoryReader.open(writer)),
            stamp,
            closer,
            name,
            DirectoryReader::openIfChanged),
        () -> {},
        Optional.empty());
  }

  /**
   * Returns whether there is an archive in a folder, or another index of Lucene.
   *
   * @throws IOException if the folder cannot be read
   */
  public static boolean exist(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  /**
   * Copies the last commit of an archive that is open for reading only.
   *
   * @param target an earlier backup of this archive, an empty folder or a new one
   * @param observer is notified of the progress
   * @throws IOException if the target holds something else or cannot be written, or the archive is
   *     damaged
   */
  public BackupReport backUp(Path target, ProgressObserver observer) throws IOException {
    return WriterThreads.runOnce(() -> copyLastCommit(target, observer));
  }

  private BackupReport copyLastCommit(Path target, ProgressObserver observer) throws IOException {
    for (int i = 1; ; i++) {
      refresh();
      try {
        return use(snapshot -> Backup.write(snapshot.reader().getIndexCommit(), target, observer));
      } catch (NoSuchFileException | FileNotFoundException | CorruptIndexException e) {
        // A writer may have committed again meanwhile and deleted the files of this commit.
        boolean current = use(snapshot -> snapshot.reader().isCurrent());
        if (i == ATTEMPTS || current) {
          throw e;
        }
      }
    }
  }

  /** {@return the states of all articles, whether visible to searches or not} */
  ArticleStates articleStates() {
    return new ArticleStates(current);
  }

  /**
   * {@return the result of a computation on the current snapshot, which stays open meanwhile}
   *
   * @throws IOException if the computation throws it
   * @throws IllegalStateException if this is closed
   */
  public <T> T use(SnapshotFunction<T> computation) throws IOException {
    Snapshot snapshot = current.acquire();
    try {
      return computation.apply(snapshot);
    } finally {
      current.release(snapshot);
    }
  }

  /**
   * {@return the current snapshot, which the caller must {@linkplain Snapshot#release release}}
   *
   * @throws IOException if the index cannot be read
   * @throws IllegalStateException if this is closed
   */
  public Snapshot acquire() throws IOException {
    return current.acquire();
  }

  /**
   * Replaces the current snapshot by the newest, if there is a newer one.
   *
   * @throws IOException if the index cannot be read
   * @throws IllegalStateException if this is closed
   */
  public void refresh() throws IOException {
    current.maybeRefreshBlocking();
  }

  /** Releases the current snapshot, which is closed when it is no longer in use. */
  @Override
  public void close() throws IOException {
    try (source) {
      current.close();
    }
  }

  /** {@return the name of the frozen state that is read, which never changes, if it is one} */
  public Optional<String> state() {
    return state;
  }

  /**
   * {@return the states of the archive that are kept under names}
   *
   * @throws IOException if they cannot be read
   */
  public List<FrozenState> frozenStates() throws IOException {
    return use(snapshot -> FrozenStates.in(snapshot.reader().directory(), current.name).list());
  }

  /**
   * Verifies the commit that is read.
   *
   * @param observer is notified of the progress
   * @throws IOException if it cannot be read, whether it is damaged or not
   */
  public Verification verify(ProgressObserver observer) throws IOException {
    return use(
        snapshot -> Verifier.verify(current.name, snapshot.reader().getIndexCommit(), observer));
  }

  /** Returns a newer reader, or null if there is none. */
  @FunctionalInterface
  private interface Renewal {
    @Nullable DirectoryReader of(DirectoryReader old) throws IOException;
  }

  private static final class Current extends ReferenceManager<Snapshot> {
    private final String name;
    // Null if it is read from each commit, since another process may write.
    private final @Nullable Stamp stamp;
    private final ReaderCloser closer;
    private final Renewal renewal;

    Current(
        DirectoryReader reader,
        @Nullable Stamp stamp,
        ReaderCloser closer,
        String name,
        Renewal renewal)
        throws IOException {
      this.renewal = renewal;
      this.name = name;
      this.stamp = stamp;
      this.closer = closer;
      current = snapshot(reader);
    }

    private Snapshot snapshot(DirectoryReader reader) throws IOException {
      try {
        return Snapshot.of(
            reader,
            stamp != null ? stamp : Stamp.read(reader.getIndexCommit().getUserData(), name),
            closer);
      } catch (IOException | RuntimeException | VirtualMachineError e) {
        try (reader) {
          throw IOFailures.unreadable(name, e);
        }
      }
    }

    @Override
    protected @Nullable Snapshot refreshIfNeeded(Snapshot old) throws IOException {
      @Nullable DirectoryReader newer;
      try {
        newer = renewal.of(old.reader());
      } catch (VirtualMachineError e) {
        throw IOFailures.unreadable(name, e);
      } catch (RuntimeException e) {
        throw IOFailures.unlessDamaged(name, e);
      }
      return newer == null ? null : snapshot(newer);
    }

    @Override
    protected boolean tryIncRef(Snapshot snapshot) {
      return snapshot.tryRetain();
    }

    @Override
    protected void decRef(Snapshot snapshot) throws IOException {
      snapshot.release();
    }

    @Override
    protected int getRefCount(Snapshot snapshot) {
      return snapshot.references();
    }
  }
}
