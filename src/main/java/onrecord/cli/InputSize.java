package onrecord.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The number of bytes of files and folders, which another thread counts meanwhile. Thread-safe. */
final class InputSize {

  private static final long UNKNOWN = 0;

  private final AtomicLong bytes = new AtomicLong(UNKNOWN);

  private InputSize() {}

  /** Begins to count the files that a command reads; of a stream, the size is not known. */
  static InputSize of(List<Path> paths) {
    InputSize size = new InputSize();
    List<Path> counted = List.copyOf(paths);
    Thread.ofPlatform()
        .daemon()
        .name("onrecord-input-size")
        .start(() -> size.bytes.set(count(counted)));
    return size;
  }

  /** {@return the number of bytes; 0 if it is not known, or not yet} */
  long bytes() {
    return bytes.get();
  }

  /** {@return the number of bytes; 0 if it cannot be known} */
  static long count(List<Path> paths) {
    Counter counter = new Counter();
    try {
      for (Path path : paths) {
        // Links are followed where they are given, and nowhere below.
        Path start = path.toRealPath();
        if (!Files.isRegularFile(start) && !Files.isDirectory(start)) {
          return UNKNOWN;
        }
        Files.walkFileTree(start, counter);
      }
      return counter.bytes;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** Adds up the sizes of files that are not hidden. */
  private static final class Counter extends SimpleFileVisitor<Path> {
    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path name = file.getFileName();
      if (attributes.isRegularFile() && name != null && !name.toString().startsWith(".")) {
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
