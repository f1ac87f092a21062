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

/** Opens the folder of an archive, and nothing that is not one. */
final class ArchiveFolder {

  private static final String COMMIT_IS_LOST =
      "holds files of an archive, but the one that names its last commit, segments_N, is missing;"
          + " restore the archive from a copy, or choose an empty or a new folder";

  private ArchiveFolder() {}

  /** Opens a folder that holds an archive, or makes an empty one for it. */
  static Directory forWriting(Path folder) throws IOException {
    if (Files.exists(folder)) {
      requireArchiveOrEmpty(folder);
      requireWritable(folder);
    } else {
      Files.createDirectories(folder);
    }
    return open(folder, Access.WRITE);
  }

  /** Refuses a folder whose files may only be read. */
  static void requireWritable(Path folder) throws IOException {
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString(), null, "may be read, but not written to");
    }
  }

  /** Opens a folder that holds an archive. */
  static Directory forReading(Path folder) throws IOException {
    requireThere(folder);
    return open(folder, Access.READ);
  }

  /** Opens a folder that holds an archive, whatever its state. */
  static Directory plain(Path folder) throws IOException {
    requireThere(folder);
    Directory directory = FSDirectory.open(folder);
    if (!DirectoryReader.indexExists(directory)) {
      try (directory) {
        throw none(folder, directory);
      }
    }
    return directory;
  }

  /** Refuses a folder that holds something other than an archive or what is left of a copy. */
  static void requireArchiveOrEmpty(Path folder) throws IOException {
    requireFolder(folder);
    requireNothingElse(folder);
  }

  private static void requireThere(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "there is no archive here");
    }
    requireFolder(folder);
  }

  /** {@return what to throw where there is no commit} */
  private static FileSystemException none(Path folder, Directory directory) throws IOException {
    return new FileSystemException(
        folder.toString(),
        null,
        CopyMark.isIn(directory)
            ? "holds a copy of an archive that is not complete; make the copy again"
            : Stream.of(directory.listAll()).anyMatch(ArchiveFolder::isOfArchive)
                ? COMMIT_IS_LOST
                : "there is no archive in this folder");
  }

  private enum Access {
    READ,
    WRITE
  }

  private static Directory open(Path folder, Access access) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        Stamp stamp = readStamp(directory, folder.toString());
        if (access == Access.WRITE) {
          stamp.requireCurrent(folder.toString());
        }
      } else if (access == Access.READ || CopyMark.isIn(directory)) {
        throw none(folder, directory);
      }
      return directory;
    } catch (IOException | RuntimeException e) {
      try (directory) {
        throw e;
      }
    }
  }

  /** Reads the stamp of the last commit. */
  private static Stamp readStamp(Directory directory, String name) throws IOException {
    SegmentInfos commit;
    try {
      commit = SegmentInfos.readLatestCommit(directory);
    } catch (IOException | IllegalArgumentException e) {
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
      throw new NotDirectoryException(folder + ": an archive is a folder, but this is a file");
    }
  }

  private static void requireNothingElse(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        return;
      }
    }
    List<String> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
    boolean isCopy = files.stream().anyMatch(CopyMark::isMark);
    Optional<String> other =
        files.stream()
            .filter(file -> !isOfUnbornArchive(file) && !(isCopy && isOfCopy(file)))
            .findFirst();
    if (other.isPresent()) {
      throw new FileSystemException(
          folder.toString(),
          null,
          !isCopy && files.stream().anyMatch(ArchiveFolder::isOfArchive)
              ? COMMIT_IS_LOST
              : "is not an archive and holds other files, such as "
                  + other.get()
                  + "; choose an empty or a new folder");
    }
  }

  /** {@return whether a file may be left from a process that ended while it made an archive} */
  private static boolean isOfUnbornArchive(String file) {
    return file.equals(IndexWriter.WRITE_LOCK_NAME) || file.startsWith("pending_segments_");
  }

  /** {@return whether a file describes a part of an index} */
  private static boolean isOfArchive(String file) {
    return IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches() && file.endsWith(".si");
  }

  /** {@return whether a file may be left from a copy that was not made to its end} */
  private static boolean isOfCopy(String file) {
    return CopyMark.isMark(file) || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
  }
}
