package onrecord.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the first failure to flush files to the disk. After such a failure the operating system
 * may have discarded what was to be written and marked it as clean, so that flushing it again
 * succeeds although nothing is on the disk (Rebello et al. 2020, "Can Applications Recover from
 * fsync Failures?"). It must therefore never be tried again. Thread-safe.
 */
final class SyncTrackingDirectory extends FilterDirectory {

  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  SyncTrackingDirectory(Directory directory) {
    super(directory);
  }

  /** {@return the first failure to flush files} */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    tracked(() -> super.sync(names));
  }

  @Override
  public void syncMetaData() throws IOException {
    tracked(super::syncMetaData);
  }

  /** A call that flushes files. */
  @FunctionalInterface
  private interface Flush {
    void run() throws IOException;
  }

  private void tracked(Flush flush) throws IOException {
    @Nullable IOException before = failure.get();
    if (before != null) {
      throw new IOException("an earlier attempt to flush files to the disk failed", before);
    }
    try {
      flush.run();
    } catch (IOException e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }
}
