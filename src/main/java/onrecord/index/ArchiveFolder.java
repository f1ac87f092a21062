package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.schema.Stamp;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Opens the folder of an archive, and rejects any other folder. */
final class ArchiveFolder {

  private static final String COMMIT_IS_LOST =
      "holds files of an archive, but the one that names its last commit, segments_N, is missing;"
          + " restore the archive from a backup, or choose an empty or a new folder";

  private ArchiveFolder() {}

  /** Opens a folder that holds an archive or is empty; if the folder does not exist, creates it. */
  static Directory forWriting(Path folder) throws IOException {
    if (Files.exists(folder)) {
      requireArchiveOrEmpty(folder);
      requireWritable(folder);
    } else {
      Files.createDirectories(folder);
    }
    return open(folder, Access.WRITE);
  }

  /** Rejects a folder that must not be written to. */
  static void requireWritable(Path folder) throws IOException {
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString(), null, "is not writable");
    }
  }

  /** Opens a folder that holds an archive. */
  static Directory forReading(Path folder) throws IOException {
    requireExisting(folder);
    return open(folder, Access.READ);
  }

  /** Opens a folder that holds an archive, even a damaged one or one of an unknown format. */
  static Directory forVerifying(Path folder) throws IOException {
    requireExisting(folder);
    Directory directory = ConfinedDirectory.open(folder);
    if (!DirectoryReader.indexExists(directory)) {
      try (directory) {
        throw noCommit(folder, directory);
      }
    }
    return directory;
  }

  /** Rejects a folder that holds anything other than an archive or an incomplete backup. */
  static void requireArchiveOrEmpty(Path folder) throws IOException {
    requireFolder(folder);
    requireNothingElse(folder);
  }

  private static void requireExisting(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "there is no archive here");
    }
    requireFolder(folder);
  }

  /** {@return the exception for a folder without a commit} */
  private static FileSystemException noCommit(Path folder, Directory directory) throws IOException {
    return new FileSystemException(
        folder.toString(),
        null,
        BackupMark.isIn(directory)
            ? "holds an incomplete backup of an archive; make the backup again"
            : Stream.of(directory.listAll()).anyMatch(ArchiveFolder::isOfArchive)
                ? COMMIT_IS_LOST
                : "there is no archive in this folder");
  }

  private enum Access {
    READ,
    WRITE
  }

  private static Directory open(Path folder, Access access) throws IOException {
    Directory directory = ConfinedDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        Stamp stamp = readStamp(directory, folder.toString());
        if (access == Access.WRITE) {
          stamp.requireCurrent(folder.toString());
        }
      } else if (access == Access.READ || BackupMark.isIn(directory)) {
        throw noCommit(folder, directory);
      }
      return directory;
    } catch (IOException | RuntimeException e) {
      try (directory) {
        throw e;
      }
    }
  }

  /** {@return the stamp of the last commit} */
  private static Stamp readStamp(Directory directory, String name) throws IOException {
    SegmentInfos commit;
    try {
      commit = SegmentInfos.readLatestCommit(directory);
    } catch (VirtualMachineError e) {
      throw IOFailures.unreadable(name, e);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "archive "
              + name
              + " cannot be read: "
              + requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()),
          e);
    }
    return Stamp.read(commit.getUserData(), name);
  }

  private static void requireFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(
          folder + ": expected the folder of an archive, but was a file");
    }
  }

  private static void requireNothingElse(Path folder) throws IOException {
    if (holdsCommit(folder)) {
      return;
    }
    List<String> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
    boolean isBackup = files.stream().anyMatch(BackupMark::isMark);
    Optional<String> other =
        files.stream()
            .filter(file -> !isOfNewArchive(file) && !(isBackup && isOfBackup(file)))
            .findFirst();
    // Another process may have created an archive here since the first look.
    if (other.isPresent() && !holdsCommit(folder)) {
      throw new FileSystemException(
          folder.toString(),
          null,
          !isBackup && files.stream().anyMatch(ArchiveFolder::isOfArchive)
              ? COMMIT_IS_LOST
              : "is not an archive and holds other files, such as "
                  + other.get()
                  + "; choose an empty or a new folder");
    }
  }

  private static boolean holdsCommit(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  /** {@return whether a file may be left by a process that ended while it created an archive} */
  private static boolean isOfNewArchive(String file) {
    return file.equals(IndexWriter.WRITE_LOCK_NAME) || file.startsWith("pending_segments_");
  }

  /** {@return whether a file describes a segment of an index} */
  private static boolean isOfArchive(String file) {
    return IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches() && file.endsWith(".si");
  }

  /** {@return whether a file may be left by an incomplete backup} */
  private static boolean isOfBackup(String file) {
    return BackupMark.isMark(file) || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
  }
}
