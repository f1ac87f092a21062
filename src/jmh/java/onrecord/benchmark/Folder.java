package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;

/** Files and folders that the comparison writes. Immutable. */
final class Folder {

  private Folder() {}

  /** {@return the bytes of all files of a folder, or of a file} */
  static long size(Path folder) throws IOException {
    long bytes = 0;
    for (Path each : all(folder)) {
      bytes += Files.isRegularFile(each) ? Files.size(each) : 0;
    }
    return bytes;
  }

  /** Deletes a folder with its files, if there is one. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path each : all(folder)) {
        Files.delete(each);
      }
    }
  }

  /**
   * Makes another index of the same files, which Lucene never changes; those that either index
   * writes or deletes later do not affect the other.
   */
  static void link(Path index, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME)) {
          Files.createLink(to.resolve(file.getFileName().toString()), file);
        }
      }
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
