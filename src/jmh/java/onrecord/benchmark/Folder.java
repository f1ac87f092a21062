package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
