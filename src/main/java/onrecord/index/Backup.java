package onrecord.index;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.engine.BackupReport;
import onrecord.engine.ProgressObserver;
import onrecord.schema.ReadErrors;
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
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Copies commits of an archive to another folder. The files of a commit never change, so those of
 * an earlier backup are kept. The target holds its old commit until the new one is complete,
 * whatever happens meanwhile. A {@link BackupMark} records which commit was copied, so that another
 * archive, or a backup that was opened for writing, is never overwritten, damaged or not. Copied
 * files, and a new folder, have the permissions of those that they are copied from.
 */
public final class Backup {

  private static final int HEADER = 64;

  private Backup() {}

  /**
   * Copies a commit to a folder.
   *
   * @param source the commit, whose files must not be deleted meanwhile
   * @param folder an earlier backup of the archive, an empty folder or a new one
   * @param observer is notified of the progress, in bytes
   * @return what was copied
   * @throws IOException if the folder holds something else, is in use, or cannot be written; or if
   *     a file of the archive is damaged
   */
  static BackupReport write(IndexCommit source, Path folder, ProgressObserver observer)
      throws IOException {
    requireOutside(source.getDirectory(), folder);
    if (Files.exists(folder)) {
      ArchiveFolder.requireArchiveOrEmpty(folder);
      ArchiveFolder.requireWritable(folder);
    } else {
      Files.createDirectories(folder);
      FileModes.set(folder, FileModes.ofFolder(source.getDirectory()));
    }
    try (Directory target = ConfinedDirectory.open(folder)) {
      return write(source, target, folder.toString(), observer);
    } catch (IOException e) {
      throw IOFailures.naming(folder.toString(), e);
    } catch (VirtualMachineError e) {
      throw ReadErrors.toIOException(e);
    }
  }

  private static void requireOutside(Directory source, Path folder) throws IOException {
    if (!(FilterDirectory.unwrap(source) instanceof FSDirectory files)) {
      return;
    }
    @Nullable Path existing = folder.toAbsolutePath().normalize();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing != null && existing.toRealPath().startsWith(files.getDirectory().toRealPath())) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "is the archive itself or inside its folder; choose another folder for the backup");
    }
  }

  static BackupReport write(
      IndexCommit source, Directory target, String name, ProgressObserver observer)
      throws IOException {
    Lock lock;
    try {
      lock = target.obtainLock(IndexWriter.WRITE_LOCK_NAME);
    } catch (LockObtainFailedException e) {
      FileSystemException used =
          new FileSystemException(name, null, "a writer has the target of the backup open");
      used.initCause(e);
      throw used;
    }
    try (lock;
        CommitFiles files = CommitFiles.open(source)) {
      return copyLocked(source, files, target, name, new Passed(files, observer));
    }
  }

  private static BackupReport copyLocked(
      IndexCommit source, CommitFiles files, Directory target, String name, Passed passed)
      throws IOException {
    String commit = source.getSegmentsFileName();
    Set<String> present = new HashSet<>(Arrays.asList(target.listAll()));
    BackupMark mark = BackupMark.of(source.getUserData(), commit, id(files.read(commit)));
    Set<BackupMark> marks = BackupMark.among(present);
    Optional<SegmentInfos> before = lastCommit(target, present, mark, marks, name);
    if (before.isPresent() && !isEarlier(before.get(), source, marks)) {
      throw unsuitable(name, null);
    }
    Set<String> inUse = before.isEmpty() ? Set.of() : Set.copyOf(before.get().files(true));
    mark(target, marks, mark, files.permissions(commit));
    Set<String> others = new HashSet<>(files.names());
    others.remove(commit);
    int copied = 0;
    long bytes = 0;
    requireIntact(files, passed);
    for (String file : others) {
      if (!present.contains(file) || !isSame(files.read(file), target, file)) {
        if (present.contains(file) && inUse.contains(file) && isIntact(target, file)) {
          throw unsuitable(name, null);
        }
        copyFile(files, file, target, file);
        copied++;
        bytes += target.fileLength(file);
      }
      FileModes.set(target, file, files.permissions(file));
      passed.file(file);
    }
    target.sync(others);
    if (!present.contains(commit) || !isSame(files.read(commit), target, commit)) {
      publish(files, target, commit);
      copied++;
      bytes += target.fileLength(commit);
    }
    passed.file(commit);
    FileModes.set(target, commit, files.permissions(commit));
    complete(target, files.names(), marks, mark);
    return new BackupReport(files.names().size(), copied, bytes);
  }

  /** Leaves nothing but the files of a backup whose commit has its name. */
  private static void complete(
      Directory target, Set<String> files, Set<BackupMark> marks, BackupMark mark)
      throws IOException {
    // Makes the renaming durable, also that of an earlier attempt, before other files are deleted.
    target.syncMetaData();
    deleteOtherFiles(target, files);
    deleteOtherMarks(target, marks, mark);
  }

  /** Counts files that were passed, of which each is passed once to verify and once to copy it. */
  private static final class Passed {
    private final CommitFiles files;
    private final ProgressObserver observer;
    private final long all;
    private long done;

    Passed(CommitFiles files, ProgressObserver observer) throws IOException {
      this.files = files;
      this.observer = observer;
      long bytes = 0;
      for (String file : files.names()) {
        bytes += files.read(file).length();
      }
      this.all = 2 * bytes;
    }

    void file(String name) throws IOException {
      done += files.read(name).length();
      observer.progressed(done, all);
    }
  }

  private static void mark(
      Directory target,
      Set<BackupMark> marks,
      BackupMark mark,
      Optional<Set<PosixFilePermission>> permissions)
      throws IOException {
    if (!marks.contains(mark)) {
      mark.put(target);
    }
    FileModes.set(target, mark.name(), permissions);
  }

  private static void requireIntact(CommitFiles files, Passed passed) throws IOException {
    for (String file : files.names()) {
      requireIntact(files.read(file), file, "the archive");
      passed.file(file);
    }
  }

  private static void deleteOtherMarks(Directory target, Set<BackupMark> marks, BackupMark current)
      throws IOException {
    for (BackupMark mark : marks) {
      if (!mark.equals(current)) {
        target.deleteFile(mark.name());
      }
    }
  }

  /** Makes a commit visible by renaming its file, after all files that it needs are complete. */
  private static void publish(CommitFiles files, Directory target, String commit)
      throws IOException {
    String pending = "pending_" + commit;
    copyFile(files, commit, target, pending);
    target.sync(List.of(pending));
    target.rename(pending, commit);
  }

  private static void copyFile(CommitFiles files, String file, Directory target, String as)
      throws IOException {
    IndexInput from = files.read(file);
    if (Arrays.asList(target.listAll()).contains(as)) {
      target.deleteFile(as);
    }
    try (IndexOutput out = target.createOutput(as, IOContext.DEFAULT)) {
      FileModes.set(target, as, files.permissions(file));
      out.copyBytes(from, from.length());
    }
    try (IndexInput copy = target.openInput(as, IOContext.READONCE)) {
      requireIntact(copy, file, "the backup");
    }
  }

  /**
   * {@return whether the copy of a file has the same header, length and checksum, and is intact}
   */
  private static boolean isSame(IndexInput ours, Directory target, String file) throws IOException {
    if (ours.length() != target.fileLength(file)) {
      return false;
    }
    try (IndexInput copy = target.openInput(file, IOContext.READONCE)) {
      return Arrays.equals(ends(ours), ends(copy)) && isIntact(target, file);
    }
  }

  /** {@return the beginning of a file with its random id, and the end with its checksum} */
  private static byte[] ends(IndexInput in) throws IOException {
    int length = (int) Math.min(HEADER, in.length());
    byte[] ends = new byte[2 * length];
    in.readBytes(ends, 0, length);
    in.seek(in.length() - length);
    in.readBytes(ends, length, length);
    return ends;
  }

  private static boolean isIntact(Directory directory, String file) throws IOException {
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(in);
      return true;
    } catch (CorruptIndexException e) {
      return false;
    }
  }

  private static void requireIntact(IndexInput in, String file, String place) throws IOException {
    try {
      CodecUtil.checksumEntireFile(in);
    } catch (CorruptIndexException e) {
      throw new CorruptIndexException("file " + file + " is damaged in " + place, in, e);
    }
  }

  /** {@return the random id in the header of a commit's file} */
  private static String id(IndexInput commit) throws IOException {
    byte[] id = new byte[StringHelper.ID_LENGTH];
    commit.seek(CodecUtil.headerLength(IndexFileNames.SEGMENTS));
    commit.readBytes(id, 0, id.length);
    return StringHelper.idToString(id);
  }

  /** {@return the last commit in the target, unless there is none or it is a damaged backup} */
  private static Optional<SegmentInfos> lastCommit(
      Directory target, Set<String> present, BackupMark mark, Set<BackupMark> marks, String name)
      throws IOException {
    if (DirectoryReader.indexExists(target)) {
      try {
        return Optional.of(SegmentInfos.readLatestCommit(target));
      } catch (IOException | RuntimeException e) {
        if (!IOFailures.isDamage(e)) {
          throw e;
        }
        if (marks.isEmpty()) {
          throw unsuitable(name, e);
        }
      }
    }
    // A damaged or incomplete backup can be repaired from the same archive only.
    Set<String> copied = marks.stream().map(BackupMark::file).collect(toSet());
    if (!marks.stream().allMatch(mark::isOfSameArchive)
        || present.stream()
            .anyMatch(file -> StaleCommits.isCommit(file) && !copied.contains(file))) {
      throw unsuitable(name, null);
    }
    return Optional.empty();
  }

  /** {@return whether a commit is a backup of the same or an earlier commit of the archive} */
  private static boolean isEarlier(SegmentInfos backup, IndexCommit source, Set<BackupMark> marks)
      throws IOException {
    BackupMark mark =
        BackupMark.of(
            backup.getUserData(),
            backup.getSegmentsFileName(),
            StringHelper.idToString(backup.getId()));
    return marks.contains(mark)
        && backup.getGeneration() <= source.getGeneration()
        && mark.archive().equals(Stamp.identity(source.getUserData()));
  }

  private static FileSystemException unsuitable(String name, @Nullable Exception cause) {
    FileSystemException unsuitable =
        new FileSystemException(
            name,
            null,
            "holds another archive, a later backup of this one, or a backup that was opened for"
                + " writing; choose an empty or a new folder");
    unsuitable.initCause(cause);
    return unsuitable;
  }

  private static void deleteOtherFiles(Directory target, Set<String> files) throws IOException {
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
