package onrecord.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/**
 * The permissions of folders and files on POSIX file systems. Elsewhere, and in memory, there are
 * none to read, and setting them has no effect.
 */
final class FileModes {

  private FileModes() {}

  /** {@return the permissions of a directory's folder} */
  static Optional<Set<PosixFilePermission>> ofFolder(Directory directory) throws IOException {
    return folder(directory).isPresent() ? of(folder(directory).get()) : Optional.empty();
  }

  /** {@return the permissions of a file} */
  static Optional<Set<PosixFilePermission>> of(Directory directory, String file)
      throws IOException {
    Optional<Path> folder = folder(directory);
    return folder.isPresent() ? of(folder.get().resolve(file)) : Optional.empty();
  }

  private static Optional<Set<PosixFilePermission>> of(Path file) throws IOException {
    return isPosix(file) ? Optional.of(Files.getPosixFilePermissions(file)) : Optional.empty();
  }

  /** Sets the permissions of a file. */
  static void set(Directory directory, String file, Optional<Set<PosixFilePermission>> permissions)
      throws IOException {
    Optional<Path> folder = folder(directory);
    if (folder.isPresent()) {
      set(folder.get().resolve(file), permissions);
    }
  }

  /** Sets the permissions of a file or folder. */
  static void set(Path file, Optional<Set<PosixFilePermission>> permissions) throws IOException {
    if (permissions.isPresent() && isPosix(file) && !of(file).equals(permissions)) {
      Files.setPosixFilePermissions(file, permissions.get());
    }
  }

  private static Optional<Path> folder(Directory directory) {
    return FilterDirectory.unwrap(directory) instanceof FSDirectory files
        ? Optional.of(files.getDirectory())
        : Optional.empty();
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
