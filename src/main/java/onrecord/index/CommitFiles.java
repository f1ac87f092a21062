package onrecord.index;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
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

  @Override
  public void close() throws IOException {
    IOUtils.close(files.values());
  }
}
