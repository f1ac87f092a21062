package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import onrecord.model.KnownSpeaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that are made to exceed what a parser of JSON allows. */
class HostileRecordsTest {

  private static final String NEXT = "\n{\"id\":\"next\",\"name\":\"Next\",\"text\":\"T\"}\n";

  @TempDir Path folder;

  /** The values of a field that is not read. */
  static Stream<Arguments> unusedFields() {
    String keys =
        IntStream.range(0, 300_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(","));
    return Stream.of(
        Arguments.of("nested lists", "\"x\":" + "[".repeat(5_000) + "]".repeat(5_000)),
        Arguments.of(
            "nested objects", "\"x\":" + "{\"y\":".repeat(5_000) + "1" + "}".repeat(5_000)),
        Arguments.of("a long whole number", "\"x\":" + "7".repeat(100_000)),
        Arguments.of("a long fraction", "\"x\":-0." + "7".repeat(100_000)),
        Arguments.of("a large exponent", "\"x\":1e" + "9".repeat(100_000)),
        Arguments.of("a long name", "\"" + "k".repeat(1_000_000) + "\":1"),
        Arguments.of("a long nested name", "\"x\":{\"" + "k".repeat(1_000_000) + "\":1}"),
        Arguments.of("a long string", "\"x\":\"" + "\\u0000s".repeat(300_000) + "\""),
        Arguments.of("many names", keys),
        Arguments.of("many nested names", "\"x\":{" + keys + "}"),
        Arguments.of("many names with one hash code", collisions()),
        Arguments.of("names that are repeated", "\"x\":1,\"x\":2,\"y\":{\"z\":1,\"z\":1}"));
  }

  private static String collisions() {
    return IntStream.range(0, 1 << 14)
        .mapToObj(i ->
            IntStream.range(0, 14)
                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining("", "\"", "\":1")))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusedFields")
  void fieldsThatAreNotReadAreSkippedWhateverTheyHold(String what, String field)
      throws IOException {
    String line = "{\"id\":\"1\",\"name\":\"Ada\"," + field + ",\"text\":\"T\"}" + NEXT;

    assertThat(articles(line)).as(what).containsExactly("1", "next");
    assertThat(KnownSpeakerReader.read(Files.writeString(folder.resolve("list.jsonl"), line)))
        .as(what)
        .extracting(KnownSpeaker::name)
        .containsExactly("Ada", "Next");
  }

  @Test
  void numbersAreReadAsText() throws IOException {
    String digits = "7".repeat(300);

    assertThat(articles("{\"id\":" + digits + ",\"text\":\"T\"}")).containsExactly(digits);
  }

  @ParameterizedTest
  @MethodSource
  void oneBrokenRecordIsOneMessage(String line, String reason) throws IOException {
    Path list = Files.writeString(folder.resolve("list.jsonl"), line + NEXT);

    assertThat(articles(line + NEXT)).containsExactly("standard input:1: " + reason, "next");
    assertThatThrownBy(() -> KnownSpeakerReader.read(list))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage(list + ":1: " + reason);
  }

  static Stream<Arguments> oneBrokenRecordIsOneMessage() {
    String deep = "must not be nested more than 10000 levels deep, but is";
    return Stream.of(
        Arguments.of("{\"x\":" + "[".repeat(1_000_000), deep),
        Arguments.of("{\"x\":" + "{\"y\":".repeat(1_000_000), deep),
        Arguments.of("{\"x\":[{\"y\":1", "is not valid JSON at column 13: it ends too early"),
        Arguments.of(
            "{\"x\":" + "7".repeat(2_000) + "x}",
            "is not valid JSON at column 2006: unexpected text after '77777777777777777777'"),
        Arguments.of(
            "{\"" + "k".repeat(100_000) + "\" 1}",
            "is not valid JSON at column 100005: unexpected text after 'kkkkkkkkkkkkkkkkkk\" '"));
  }

  @Test
  void limitsFollowTheHeap() {
    assertThat(RecordLimits.ofHeap(64L << 20)).isEqualTo(new RecordLimits(2 << 20, 512 << 10));
    assertThat(RecordLimits.ofHeap(1L << 40)).isEqualTo(new RecordLimits(64 << 20, 64 << 20));
  }

  @Test
  void aTextThatIsTooLongForTheHeapIsRejected() {
    RecordLimits limits = new RecordLimits(100, 10);

    assertThatThrownBy(() -> limits.requireText("01234567890"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "text must not be longer than 10 characters, but has 11; a larger heap (-Xmx) allows"
                + " more, up to 67108864");
    limits.requireText("0123456789");
  }

  @Test
  void aListOfSpeakersThatIsTooLongIsRefusedBeforeItIsReadToItsEnd() throws IOException {
    Path zeros = folder.resolve("zeros.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zeros))) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i <= 64; i++) {
        out.write(block);
      }
    }

    assertThatThrownBy(() -> KnownSpeakerReader.read(zeros))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage(
            zeros
                + ": is refused, since its content is more than 300 times as large as the compressed"
                + " file");
  }

  private static List<String> articles(String lines) throws IOException {
    InputStream in = new ByteArrayInputStream(lines.getBytes(UTF_8));
    try (ArticleReader reader =
        ArticleReader.open(
            List.of(Path.of("-")),
            ReadOptions.builder().standardInput(in).format(ArticleFormat.JSON_LINES).build())) {
      return reader.stream()
          .map(record -> record.failure().map(Exception::getMessage).orElseGet(() -> id(record)))
          .toList();
    }
  }

  private static String id(ArticleRecord record) {
    try {
      return record.article().id();
    } catch (ArticleFormatException e) {
      throw new AssertionError(e);
    }
  }
}
