package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes folders out of bytes: with folders in folders, odd names, links to the inside, the outside,
 * in circles and to nothing, pipes, empty, hidden and compressed files.
 */
final class RandomFolder {

  private static final List<String> NAMES =
      List.of(
          "a",
          "b c",
          "\u00e9\u0301",
          "e\u202exe",
          "\u001b[2J",
          "line\nfeed",
          "*?<>|",
          "-",
          "--help",
          "metadata",
          "\ud83d\ude00",
          "x".repeat(200),
          " ",
          "a%00b",
          "~",
          "..a");
  private static final List<String> ENDINGS =
      List.of(".txt", ".TXT", ".txt.gz", ".zip", ".text", ".md", "", ".gz", ".csv", ".jpg");
  private static final String SECRET = "Nobody may read this outside.";

  private final Path outside;

  RandomFolder(Path temporary) throws IOException {
    this.outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), SECRET);
  }

  /** The texts that are in a folder and can be read. */
  record Texts(List<String> inside) {}

  /** Makes a folder, and returns the texts that reading it must return. */
  Texts make(Path folder, byte[] choices) throws Exception {
    List<String> texts = new ArrayList<>();
    Path current = Files.createDirectory(folder);
    ByteBuffer bytes = ByteBuffer.wrap(choices);
    while (bytes.remaining() >= 2) {
      int what = bytes.get() & 0xFF;
      int which = bytes.get() & 0xFF;
      String name = NAMES.get(which % NAMES.size());
      try {
        switch (what % 12) {
          case 0, 1 -> current = Files.createDirectory(current.resolve(name));
          case 2 -> current = current.equals(folder) ? folder : current.getParent();
          case 3 ->
              Files.createSymbolicLink(
                  current.resolve(name + ".txt"), outside.resolve("secret.txt"));
          case 4 -> Files.createSymbolicLink(current.resolve(name), outside);
          case 5 -> Files.createSymbolicLink(current.resolve(name), folder);
          case 6 -> Files.createSymbolicLink(current.resolve(name), folder.resolve("nowhere"));
          case 7 -> pipe(current.resolve(name + ".txt"));
          case 8 -> Files.createFile(current.resolve(name + ENDINGS.get(what % ENDINGS.size())));
          case 9 -> {
            Files.createFile(current.resolve("." + name));
            Files.writeString(current.resolve("." + name), SECRET);
          }
          default -> {
            String text = "Text " + bytes.position() + " of a folder.";
            String ending = ENDINGS.get(what / 12 % ENDINGS.size());
            write(current.resolve(name + ending), ending, text);
            if (isRead(name + ending)) {
              texts.add(text);
            }
          }
        }
      } catch (FileAlreadyExistsException e) {
        // There is one entry of a name.
      }
    }
    return new Texts(texts);
  }

  private static boolean isRead(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && Stream.of(".txt", ".txt.gz", ".zip").anyMatch(lower::endsWith);
  }

  private static void write(Path file, String ending, String text) throws IOException {
    byte[] content = text.getBytes(UTF_8);
    Files.createFile(file);
    Files.write(
        file,
        switch (ending) {
          case ".gz", ".txt.gz" -> Reading.gzip(content);
          case ".zip" -> zip(content);
          default -> content;
        });
  }

  private static byte[] zip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../../outside/inner.txt"));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void pipe(Path path) throws Exception {
    if (!Files.exists(path)) {
      new ProcessBuilder("mkfifo", "--", path.toString()).start().waitFor();
    }
  }

  /** Reads a folder, adds the texts read, and returns how many entries could not be read. */
  static int read(Path folder, List<String> texts) throws IOException {
    int failures = 0;
    try (ArticleReader articles =
        ArticleReader.open(List.of(folder), ReadOptions.builder().build())) {
      while (articles.hasNext()) {
        ArticleRecord record = articles.next();
        assertThat(record.source()).startsWith(folder.toString());
        try {
          texts.add(record.article().text());
        } catch (ArticleFormatException e) {
          assertThat(e.reason()).isNotBlank();
          failures++;
        }
      }
    }
    return failures;
  }

  /** Deletes a folder, following no links. */
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
