package onrecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of archives, in tests. */
public final class Folders {

  private Folders() {}

  /** The files in a folder by name, without the lock of a writer and the mark of a backup. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.endsWith("write.lock"))
          .filter(file -> !file.getFileName().toString().startsWith("copied_"))
          .sorted()
          .toList();
    }
  }

  /** The first of these files whose name matches a pattern. */
  public static Path file(Path folder, String pattern) throws IOException {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().matches(pattern))
        .findFirst()
        .orElseThrow();
  }

  /** Copies the files in a folder to a new one. */
  public static Path copy(Path folder, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(folder)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
    return to;
  }

  /** Flips one bit of a file. */
  public static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
