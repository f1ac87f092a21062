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
import onrecord.engine.BackupReport;
import onrecord.schema.Stamp;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Copies commits of an archive to another folder. The files of a commit never change, so those that
 * are there from an earlier copy stay. The target holds its old commit until the new one is there
 * whole, whatever happens between. A {@link CopyMark} tells which commit was copied, so that a copy
 * that a writer has opened since, or another archive, is never overwritten, damaged or not.
 */
public final class Backup {

  private static final int HEAD = 64;

  private Backup() {}

  /**
   * Copies a commit.
   *
   * @param source the commit, whose files must stay meanwhile
   * @param folder where the copy is to be: an earlier copy, an empty or a new folder
   * @return what was copied
   * @throws IOException if the folder holds something else, is in use, or cannot be written; or if
   *     a file of the archive is damaged
   */
  static BackupReport copy(IndexCommit source, Path folder) throws IOException {
    requireOutside(source.getDirectory(), folder);
    if (Files.exists(folder)) {
      ArchiveFolder.requireArchiveOrEmpty(folder);
      ArchiveFolder.requireWritable(folder);
    } else {
      Files.createDirectories(folder);
    }
    try (Directory target = FSDirectory.open(folder)) {
      return copy(source, target, folder.toString());
    } catch (IOException e) {
      throw Failures.of(folder.toString(), e);
    }
  }

  private static void requireOutside(Directory source, Path folder) throws IOException {
    if (!(FilterDirectory.unwrap(source) instanceof FSDirectory files)) {
      return;
    }
    @Nullable Path there = folder.toAbsolutePath().normalize();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there != null && there.toRealPath().startsWith(files.getDirectory().toRealPath())) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "is the archive itself or lies in its folder; choose another folder for its copy");
    }
  }

  static BackupReport copy(IndexCommit source, Directory target, String name) throws IOException {
    Lock lock;
    try {
      lock = target.obtainLock(IndexWriter.WRITE_LOCK_NAME);
    } catch (LockObtainFailedException e) {
      FileSystemException used =
          new FileSystemException(name, null, "a writer has the target of the copy open");
      used.initCause(e);
      throw used;
    }
    try (lock;
        CommitFiles files = CommitFiles.open(source)) {
      return copyLocked(source, files, target, name);
    }
  }

  private static BackupReport copyLocked(
      IndexCommit source, CommitFiles files, Directory target, String name) throws IOException {
    String commit = source.getSegmentsFileName();
    Set<String> present = new HashSet<>(Arrays.asList(target.listAll()));
    CopyMark mark = CopyMark.of(source.getUserData(), commit, id(files.read(commit)));
    Set<CopyMark> marks = CopyMark.among(present);
    Optional<SegmentInfos> before = lastCommit(target, present, mark, marks, name);
    if (before.isPresent() && !isEarlier(before.get(), source, marks)) {
      throw other(name, null);
    }
    Set<String> inUse = before.isEmpty() ? Set.of() : Set.copyOf(before.get().files(true));
    if (!marks.contains(mark)) {
      mark.put(target);
    }
    Set<String> others = new HashSet<>(files.names());
    others.remove(commit);
    int copied = 0;
    long bytes = 0;
    requireWhole(files);
    for (String file : others) {
      if (!present.contains(file) || !isSame(files.read(file), target, file)) {
        if (present.contains(file) && inUse.contains(file) && isWhole(target, file)) {
          throw other(name, null);
        }
        copyFile(files.read(file), target, file, file);
        copied++;
        bytes += target.fileLength(file);
      }
    }
    target.sync(others);
    if (!present.contains(commit) || !isSame(files.read(commit), target, commit)) {
      publish(files.read(commit), target, commit);
      copied++;
      bytes += target.fileLength(commit);
    }
    // The rename must be durable before the old commit goes, also if an earlier attempt made it.
    target.syncMetaData();
    deleteOthers(target, files.names());
    deleteEarlier(target, marks, mark);
    return new BackupReport(files.names().size(), copied, bytes);
  }

  private static void requireWhole(CommitFiles files) throws IOException {
    for (String file : files.names()) {
      requireWhole(files.read(file), file, "the archive");
    }
  }

  private static void deleteEarlier(Directory target, Set<CopyMark> marks, CopyMark current)
      throws IOException {
    for (CopyMark mark : marks) {
      if (!mark.equals(current)) {
        target.deleteFile(mark.name());
      }
    }
  }

  /** The commit becomes visible by its renaming, when all that it needs is there. */
  private static void publish(IndexInput from, Directory target, String commit) throws IOException {
    String pending = "pending_" + commit;
    copyFile(from, target, commit, pending);
    target.sync(List.of(pending));
    target.rename(pending, commit);
  }

  private static void copyFile(IndexInput from, Directory target, String file, String as)
      throws IOException {
    if (Arrays.asList(target.listAll()).contains(as)) {
      target.deleteFile(as);
    }
    try (IndexOutput out = target.createOutput(as, IOContext.DEFAULT)) {
      out.copyBytes(from, from.length());
    }
    try (IndexInput copy = target.openInput(as, IOContext.READONCE)) {
      requireWhole(copy, file, "its copy");
    }
  }

  /** {@return whether the copy has the same beginning, length and checksum, and is not damaged} */
  private static boolean isSame(IndexInput ours, Directory target, String file) throws IOException {
    if (ours.length() != target.fileLength(file)) {
      return false;
    }
    try (IndexInput copy = target.openInput(file, IOContext.READONCE)) {
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

  private static void requireWhole(IndexInput in, String file, String place) throws IOException {
    try {
      CodecUtil.checksumEntireFile(in);
    } catch (CorruptIndexException e) {
      throw new CorruptIndexException("file " + file + " is damaged in " + place, in, e);
    }
  }

  /** {@return the random id that stands in the header of a commit's file} */
  private static String id(IndexInput commit) throws IOException {
    byte[] id = new byte[StringHelper.ID_LENGTH];
    commit.seek(CodecUtil.headerLength(IndexFileNames.SEGMENTS));
    commit.readBytes(id, 0, id.length);
    return StringHelper.idToString(id);
  }

  /** {@return the last commit in the target, unless there is none or a copy of it was damaged} */
  private static Optional<SegmentInfos> lastCommit(
      Directory target, Set<String> present, CopyMark mark, Set<CopyMark> marks, String name)
      throws IOException {
    if (DirectoryReader.indexExists(target)) {
      try {
        return Optional.of(SegmentInfos.readLatestCommit(target));
      } catch (CorruptIndexException
          | IndexFormatTooNewException
          | IndexFormatTooOldException
          | EOFException
          | NoSuchFileException
          | FileNotFoundException
          | IllegalArgumentException e) {
        if (marks.isEmpty()) {
          throw other(name, e);
        }
      }
    }
    // A copy that is damaged or was not made to its end is made good by the same archive alone.
    Set<String> copied = marks.stream().map(CopyMark::file).collect(toSet());
    if (!marks.stream().allMatch(mark::isOfSameArchive)
        || present.stream()
            .anyMatch(file -> StaleCommits.isCommit(file) && !copied.contains(file))) {
      throw other(name, null);
    }
    return Optional.empty();
  }

  /**
   * {@return whether a commit was copied from an earlier state of the same archive, or this one}
   */
  private static boolean isEarlier(SegmentInfos copy, IndexCommit source, Set<CopyMark> marks)
      throws IOException {
    CopyMark mark =
        CopyMark.of(
            copy.getUserData(), copy.getSegmentsFileName(), StringHelper.idToString(copy.getId()));
    return marks.contains(mark)
        && copy.getGeneration() <= source.getGeneration()
        && mark.archive().equals(Stamp.identity(source.getUserData()));
  }

  private static FileSystemException other(String name, @Nullable Exception cause) {
    FileSystemException other =
        new FileSystemException(
            name,
            null,
            "holds another archive, a later copy of this one, or one that was opened for writing"
                + " since; choose an empty or a new folder");
    other.initCause(cause);
    return other;
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
