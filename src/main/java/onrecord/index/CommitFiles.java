package onrecord.index;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;

/**
 * The files of a commit, kept open so that they can be read even after a writer has deleted them.
 * Not thread-safe.
 */
final class CommitFiles implements Closeable {

  private final Map<String, IndexInput> files = new TreeMap<>();
  private final Map<String, Optional<Set<PosixFilePermission>>> permissions = new HashMap<>();

  private CommitFiles() {}

  /**
   * Opens the files of a commit, which the caller closes.
   *
   * @throws IOException if one of them is missing or cannot be read
   */
  static CommitFiles open(IndexCommit commit) throws IOException {
    CommitFiles opened = new CommitFiles();
    try {
      opened.open(commit.getDirectory(), commit.getFileNames());
      return opened;
    } catch (IOException | RuntimeException e) {
      try (opened) {
        throw e;
      }
    }
  }

  private void open(Directory directory, Collection<String> names) throws IOException {
    for (String name : names) {
      files.put(name, directory.openInput(name, IOContext.READONCE));
      permissions.put(name, FileModes.of(directory, name));
    }
  }

  /** {@return the names of the files, in alphabetical order} */
  Set<String> names() {
    return files.keySet();
  }

  /** {@return a file, positioned at its beginning; it is closed with this object} */
  IndexInput read(String name) throws IOException {
    IndexInput file = requireNonNull(files.get(name));
    file.seek(0);
    return file;
  }

  /** {@return the permissions of a file} */
  Optional<Set<PosixFilePermission>> permissions(String name) {
    return requireNonNull(permissions.get(name));
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(files.values());
  }
}
