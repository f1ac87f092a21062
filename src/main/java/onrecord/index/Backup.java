package onrecord.index;

import static java.util.stream.Collectors.toSet;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.schema.Stamp;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.StringHelper;

/**
 * Copies commits of an archive to another folder. The files of a commit never change, so those that
 * are there from an earlier copy stay. The target holds its old commit until the new one is there
 * whole, whatever happens between. An empty file tells by its name which commit was copied, so that
 * a copy that was written to since, or another archive, is never overwritten.
 */
public final class Backup {

  private static final int HEAD = 64;

  // Behind it stands the id of the commit.
  private static final String MARK = "copied_";

  private Backup() {}

  /**
   * What a copy took. Immutable.
   *
   * @param files how many files the commit has
   * @param copied how many of them were copied
   * @param bytes how many bytes were copied
   */
  public record Copy(int files, int copied, long bytes) {}

  /**
   * Copies a commit.
   *
   * @param source the commit, whose files must stay meanwhile
   * @param folder where the copy is to be: an earlier copy, an empty or a new folder
   * @return what was copied
   * @throws IOException if the folder holds something else, is in use, or cannot be written; or if
   *     a file of the archive is damaged
   */
  static Copy copy(IndexCommit source, Path folder) throws IOException {
    if (Files.exists(folder)) {
      requireOther(source.getDirectory(), folder);
      ArchiveFolder.requireArchiveOrEmpty(folder);
    } else {
      Files.createDirectories(folder);
    }
    try (Directory target = FSDirectory.open(folder)) {
      return copy(source, target, folder.toString());
    }
  }

  private static void requireOther(Directory source, Path folder) throws IOException {
    if (FilterDirectory.unwrap(source) instanceof FSDirectory files
        && Files.isSameFile(files.getDirectory(), folder)) {
      throw new FileSystemException(
          folder.toString(), null, "is the archive itself; choose another folder for its copy");
    }
  }

  static Copy copy(IndexCommit source, Directory target, String name) throws IOException {
    Lock lock;
    try {
      lock = target.obtainLock(IndexWriter.WRITE_LOCK_NAME);
    } catch (LockObtainFailedException e) {
      FileSystemException used =
          new FileSystemException(name, null, "a writer has the target of the copy open");
      used.initCause(e);
      throw used;
    }
    try (lock) {
      return copyLocked(source, target, name);
    }
  }

  private static Copy copyLocked(IndexCommit source, Directory target, String name)
      throws IOException {
    Directory from = source.getDirectory();
    String commit = source.getSegmentsFileName();
    Set<String> files = new HashSet<>(source.getFileNames());
    files.remove(commit);
    Set<String> present = new HashSet<>(Arrays.asList(target.listAll()));
    Optional<SegmentInfos> before = lastCommit(target);
    Set<String> inUse = before.isEmpty() ? Set.of() : Set.copyOf(before.get().files(true));
    Set<String> marked = marked(target);
    if (before.isPresent() && !isEarlier(before.get(), source, marked)) {
      throw other(name);
    }
    String id = StringHelper.idToString(SegmentInfos.readCommit(from, commit).getId());
    if (!marked.contains(id)) {
      mark(target, id);
    }
    int copied = 0;
    long bytes = 0;
    for (String file : files) {
      if (!present.contains(file) || !isSame(from, target, file)) {
        if (inUse.contains(file) && isWhole(target, file)) {
          throw other(name);
        }
        copyFile(from, target, file, file);
        copied++;
        bytes += target.fileLength(file);
      }
    }
    target.sync(files);
    if (!present.contains(commit) || !isSame(from, target, commit)) {
      publish(from, target, commit);
      copied++;
      bytes += target.fileLength(commit);
    }
    // Also for a commit that an earlier try has renamed: the old one must not go before this is
    // sure.
    target.syncMetaData();
    files.add(commit);
    deleteOthers(target, files);
    for (String earlier : marked(target)) {
      if (!earlier.equals(id)) {
        target.deleteFile(MARK + earlier);
      }
    }
    return new Copy(files.size(), copied, bytes);
  }

  /** The commit becomes visible by its renaming, when all that it needs is there. */
  private static void publish(Directory from, Directory target, String commit) throws IOException {
    String pending = "pending_" + commit;
    copyFile(from, target, commit, pending);
    target.sync(List.of(pending));
    target.rename(pending, commit);
  }

  private static void copyFile(Directory from, Directory target, String file, String as)
      throws IOException {
    if (Arrays.asList(target.listAll()).contains(as)) {
      target.deleteFile(as);
    }
    target.copyFrom(from, file, as, IOContext.READONCE);
    if (!isWhole(target, as)) {
      throw new CorruptIndexException(
          "file " + file + " is damaged in the archive or its copy", as);
    }
  }

  /** {@return whether the copy has the same beginning, length and checksum, and is not damaged} */
  private static boolean isSame(Directory from, Directory target, String file) throws IOException {
    if (from.fileLength(file) != target.fileLength(file)) {
      return false;
    }
    try (IndexInput ours = from.openInput(file, IOContext.READONCE);
        IndexInput copy = target.openInput(file, IOContext.READONCE)) {
      return Arrays.equals(ends(ours), ends(copy)) && isWhole(target, file);
    }
  }

  /** The beginning of a file, where its random id stands, and its end with the checksum. */
  private static byte[] ends(IndexInput in) throws IOException {
    int length = (int) Math.min(HEAD, in.length());
    byte[] ends = new byte[2 * length];
    in.readBytes(ends, 0, length);
    in.seek(in.length() - length);
    in.readBytes(ends, length, length);
    return ends;
  }

  private static boolean isWhole(Directory directory, String file) throws IOException {
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(in);
      return true;
    } catch (CorruptIndexException e) {
      return false;
    }
  }

  private static Optional<SegmentInfos> lastCommit(Directory target) throws IOException {
    if (!DirectoryReader.indexExists(target)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SegmentInfos.readLatestCommit(target));
    } catch (CorruptIndexException | EOFException | NoSuchFileException | FileNotFoundException e) {
      if (marked(target).isEmpty()) {
        throw e;
      }
      // A damaged copy is made good; there is no commit in it to be spared.
      return Optional.empty();
    }
  }

  /**
   * {@return whether a commit was copied from an earlier state of the same archive, or this one}
   */
  private static boolean isEarlier(SegmentInfos copy, IndexCommit source, Set<String> copied)
      throws IOException {
    return copied.contains(StringHelper.idToString(copy.getId()))
        && copy.getGeneration() <= source.getGeneration()
        && Stamp.identity(copy.getUserData()).equals(Stamp.identity(source.getUserData()));
  }

  /** {@return the ids of the commits that were copied here, or were about to be} */
  private static Set<String> marked(Directory target) throws IOException {
    return Stream.of(target.listAll())
        .filter(Backup::isMark)
        .map(file -> file.substring(MARK.length()))
        .collect(toSet());
  }

  /** {@return whether a file tells by its name that a commit was copied to its folder} */
  static boolean isMark(String file) {
    return file.startsWith(MARK);
  }

  /** Notes which commit may stand here, so that what else is written here is told from a copy. */
  private static void mark(Directory target, String commit) throws IOException {
    target.createOutput(MARK + commit, IOContext.DEFAULT).close();
    target.sync(List.of(MARK + commit));
    target.syncMetaData();
  }

  private static FileSystemException other(String name) {
    return new FileSystemException(
        name,
        null,
        "holds another archive or a later copy of this one; choose an empty or a new folder");
  }

  private static void deleteOthers(Directory target, Set<String> files) throws IOException {
    for (String file : target.listAll()) {
      boolean ours =
          IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()
              || file.startsWith(IndexFileNames.SEGMENTS)
              || file.startsWith(IndexFileNames.PENDING_SEGMENTS);
      if (ours && !files.contains(file)) {
        target.deleteFile(file);
      }
    }
  }
}
