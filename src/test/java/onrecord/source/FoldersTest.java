package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static onrecord.source.Reading.gzip;
import static onrecord.source.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no plain file in a folder, and files that are not what their name says. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class FoldersTest {

  private static final String LINK =
      ": is a link, and links inside a folder are not followed; give its own path to read it";
  private static final String DANGLING = ": is a link to something that does not exist";
  private static final String UTF_16 =
      ": must be UTF-8, or start with a byte order mark, but is UTF-16 without one; convert it, for"
          + " example with 'iconv -f UTF-16LE -t UTF-8'";

  @TempDir Path folder;

  @Test
  void aPipeInAFolderIsReportedAndNotRead() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(in.resolve("b.txt"), "T");
    Path pipe = pipe(in.resolve("a.txt"));
    pipe(in.resolve("other"));

    assertThat(results(in))
        .containsExactly(
            pipe + ": is a pipe, a socket or a device, and only files are read from a folder", "b");
  }

  @Test
  void aPipeThatIsGivenIsReadAsAStream() throws Exception {
    Path pipe = pipe(folder.resolve("a.txt"));
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Files.write(pipe, "{\"id\":\"1\",\"text\":\"T\"}\n".getBytes(UTF_8));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });

    try (ArticleReader reader =
        ArticleReader.open(List.of(pipe), Reading.as(ArticleFormat.JSON_LINES))) {
      assertThat(reader.next().article().id()).isEqualTo("1");
      assertThat(reader.hasNext()).isFalse();
    }
    writer.join();
  }

  @Test
  void linksInAFolderAreReportedAndFollowedOnlyIfTheyAreGiven() throws IOException {
    Path outside = Reading.file(folder, "outside/secret.txt", "Secret");
    Path in = Files.createDirectory(folder.resolve("in"));
    Path file = Files.createSymbolicLink(in.resolve("a.txt"), outside);
    Path unwanted = Files.createSymbolicLink(in.resolve("b"), outside);
    Path linkedFolder = Files.createSymbolicLink(in.resolve("c"), outside.getParent());
    Path dangling = Files.createSymbolicLink(in.resolve("d.txt"), folder.resolve("nowhere"));
    Files.createSymbolicLink(in.resolve("e"), folder.resolve("nowhere"));

    assertThat(results(in))
        .containsExactly(
            file + LINK,
            unwanted + LINK,
            linkedFolder + LINK,
            dangling + DANGLING,
            in.resolve("e") + DANGLING);
    assertThat(results(file)).containsExactly("a");
    assertThat(results(unwanted)).containsExactly("b");
    assertThat(results(linkedFolder)).containsExactly("secret");
    assertThat(results(dangling)).containsExactly(dangling + DANGLING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mill\n\nIt reopens.", "{\"id\":\"1\",\"text\":\"T\"}\n"})
  void utf16IsReadWithAMarkAndRefusedWithout(String text) throws IOException {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      byte[] bytes = text.getBytes(charset);
      byte[] marked = ("\uFEFF" + text).getBytes(charset);
      Path file = Files.write(folder.resolve("a.txt"), bytes);
      Path zipped = Files.write(folder.resolve("b.jsonl.gz"), gzip(bytes));

      assertThat(results(file)).containsExactly(file + UTF_16);
      assertThat(results(zipped)).containsExactly(zipped + UTF_16);
      assertThatThrownBy(() -> KnownSpeakerReader.read(file)).hasMessage(file + UTF_16);

      Files.write(file, marked);
      Files.write(zipped, gzip(marked));
      assertThat(results(file)).containsExactly(text.startsWith("{") ? "1" : "a");
      assertThat(results(zipped)).containsExactly(text.startsWith("{") ? "1" : "b");
    }
  }

  @Test
  void utf16ThatIsNotValidIsAFailure() throws IOException {
    byte[] bytes = {(byte) 0xFE, (byte) 0xFF, 0, 'A', (byte) 0xD8, 0, 0, 'B'};
    Path file = Files.write(folder.resolve("a.txt"), bytes);

    assertThat(results(file))
        .containsExactly(file + ": is not valid UTF-16, as its first bytes say");
  }

  @Test
  void aFewNulsInATextDoNotMakeItBinary() throws IOException {
    Path file =
        Files.write(folder.resolve("a.txt"), "A mill\0 reopens after a flood.".getBytes(UTF_8));
    Path zeros = Files.write(folder.resolve("b.txt"), new byte[100]);

    assertThat(results(file)).containsExactly("a");
    assertThat(results(zeros)).hasSize(1);
    assertThat(results(zeros).getFirst()).startsWith(zeros + ": looks like a binary file");
  }

  @Test
  void bytesAfterAGzipMemberAreReportedAfterWhatWasRead() throws IOException {
    Path lines = zipped("a.jsonl.gz", gzip("{\"id\":\"1\",\"text\":\"T\"}".getBytes(UTF_8)), "x");
    Path text = zipped("b.txt", gzip("T".getBytes(UTF_8)), "\u001fx");
    Path list = zipped("list.csv", gzip("name\nAda\n".getBytes(UTF_8)), "garbage that is longer");
    String reason = ": is followed by bytes that are not gzip, which were not read";

    assertThat(results(lines)).containsExactly("1", lines + reason);
    assertThat(results(text)).containsExactly("b", text + reason);
    assertThatThrownBy(() -> KnownSpeakerReader.read(list))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage(list + reason);
  }

  @Test
  void manyMembersEmptyOnesAndFinalZerosAreRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 50_000; i++) {
      bytes.write(gzip(new byte[0]));
    }
    for (String part : List.of("{\"id\":\"1\",", "\"text\":", "\"T\"}")) {
      bytes.write(gzip(part.getBytes(UTF_8)));
    }
    Path file = zipped("a.jsonl", bytes.toByteArray(), "\0\0\0");

    assertThat(results(file)).containsExactly("1");
  }

  @Test
  void everyCutAndEveryFlipOfAGzipFileIsReported() throws IOException {
    byte[] whole = gzip("{\"id\":\"1\",\"text\":\"T\"}\n".getBytes(UTF_8));
    Path file = folder.resolve("a.jsonl");
    for (int length = 2; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(results(file).getLast())
          .as("cut to %d", length)
          .isEqualTo(file + ": is damaged or cut short: it ends too early");
    }
    for (int at = 10; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertThat(results(file).getLast()).as("flip at %d", at).startsWith(file + ":");
    }
  }

  private Path zipped(String name, byte[] zipped, String after) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(zipped);
    bytes.write(after.getBytes(UTF_8));
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private static Path pipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }

  private static List<String> results(Path path) throws IOException {
    List<String> results = new ArrayList<>();
    for (ArticleRecord record : read(path)) {
      results.add(
          record.failure().isPresent()
              ? record.failure().get().getMessage()
              : record.article().id());
    }
    return results;
  }
}
