package onrecord.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/**
 * The folder of an archive, which may come from someone else: whatever its files name, only regular
 * files directly in this folder are opened, created, renamed and deleted. Lucene itself accepts
 * names of files that lead out of the folder, and follows links. Thread-safe.
 */
final class ConfinedDirectory extends FilterDirectory {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final Pattern OF_SEGMENT =
      Pattern.compile("_[a-z0-9]+(_[A-Za-z0-9]+)*\\.[a-z0-9]+");

  private final Path folder;

  private ConfinedDirectory(Path folder, Directory directory) {
    super(directory);
    this.folder = folder;
  }

  /**
   * Opens a folder, which the caller closes.
   *
   * @throws ForeignFileException if it holds an entry that is named as a file of an archive, but is
   *     not a regular file, or a commit that names a file as no archive does
   * @throws IOException if the folder cannot be read
   */
  static ConfinedDirectory open(Path folder) throws IOException {
    ConfinedDirectory directory = new ConfinedDirectory(folder, FSDirectory.open(folder));
    try {
      directory.requireOwnFiles();
      return directory;
    } catch (IOException | RuntimeException e) {
      try (directory) {
        throw e;
      }
    }
  }

  private void requireOwnFiles() throws IOException {
    String[] names = in.listAll();
    for (String name : names) {
      if (isOfArchive(name)) {
        requirePlain(name);
        requireRegular(name);
      }
    }
    for (String name : names) {
      if (StaleCommits.isCommit(name)) {
        requireOwnFiles(name);
      }
    }
  }

  private static boolean isOfArchive(String name) {
    return IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
        || name.startsWith(IndexFileNames.SEGMENTS)
        || name.equals(IndexWriter.WRITE_LOCK_NAME)
        || BackupMark.isMark(name);
  }

  private void requireOwnFiles(String commit) throws IOException {
    SegmentInfos segments;
    try {
      segments = SegmentInfos.readCommit(this, commit);
    } catch (ForeignFileException e) {
      throw e;
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      // Lucene deletes nothing for a commit that cannot be read. If it is the last commit, whoever
      // reads it reports why it cannot be read.
      return;
    }
    for (String file : segments.files(true)) {
      if (!file.equals(commit) && !OF_SEGMENT.matcher(file).matches()) {
        throw new ForeignFileException(
            folder.toString(),
            "is not an archive that Onrecord wrote: "
                + commit
                + " names the file '"
                + file
                + "', which is not the name of a file of an archive");
      }
    }
  }

  /** {@return a name that leads to an entry of this folder} */
  private String requirePlain(String name) throws ForeignFileException {
    if (!PLAIN.matcher(name).matches()) {
      throw new ForeignFileException(
          folder.toString(),
          "is not an archive that Onrecord wrote: '"
              + name
              + "' is not the name of a file of an archive");
    }
    return name;
  }

  /** {@return a name that leads to a regular file of this folder, or to nothing} */
  private String requireRegular(String name) throws IOException {
    BasicFileAttributes file;
    try {
      file =
          Files.readAttributes(
              folder.resolve(requirePlain(name)),
              BasicFileAttributes.class,
              LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return name;
    }
    if (!file.isRegularFile()) {
      throw new ForeignFileException(
          folder.resolve(name).toString(),
          "expected a regular file of an archive, but was "
              + (file.isSymbolicLink()
                  ? "a symbolic link"
                  : file.isDirectory() ? "a folder" : "neither a file nor a folder"));
    }
    return name;
  }

  @Override
  public void deleteFile(String name) throws IOException {
    super.deleteFile(requirePlain(name));
  }

  @Override
  public long fileLength(String name) throws IOException {
    return super.fileLength(requireRegular(name));
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return super.createOutput(requirePlain(name), context);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return super.createTempOutput(requirePlain(prefix), requirePlain(suffix), context);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    for (String name : names) {
      requirePlain(name);
    }
    super.sync(names);
  }

  @Override
  public void rename(String source, String dest) throws IOException {
    super.rename(requirePlain(source), requirePlain(dest));
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return super.openInput(requireRegular(name), context);
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    return super.obtainLock(requireRegular(name));
  }
}
