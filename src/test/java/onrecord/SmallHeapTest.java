package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command line with a small heap: no record, list or folder ends a run. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class SmallHeapTest {

  private static final String GOOD = "{\"id\":\"good\",\"text\":\"“It opens,” said Ann Lee.\"}\n";

  @TempDir Path folder;

  @Test
  void aRecordThatIsTooLargeIsRejectedAndTheNextOneRead() throws Exception {
    Path input = folder.resolve("large.jsonl");
    try (Writer out = Files.newBufferedWriter(input)) {
      record(out, "text", "\"text\":\"", "a b ", 62_000_000, "\"");
      record(out, "unused", "\"text\":\"T\",\"x\":\"", "a b ", 62_000_000, "\"");
      record(out, "names", "\"text\":\"T\"", ",\"key\":1", 62_000_000, "");
      out.write(GOOD);
    }

    for (String command : List.of("extract", "index")) {
      Run run = run(64, command, input);

      assertThat(run.err)
          .as(command)
          .hasSize(3)
          .allSatisfy(line -> assertThat(line).contains("must not be longer than"));
      assertThat(run.code).as(command).isEqualTo(1);
      assertThat(run.out).as(command).isNotEmpty();
    }
  }

  @Test
  void aRecordWithinTheLimitsIsReadWhateverItHolds() throws Exception {
    Path input = folder.resolve("hostile.jsonl");
    try (Writer out = Files.newBufferedWriter(input)) {
      record(out, "capitals", "\"text\":\"", "A ", 500_000, "\"");
      record(out, "pairs", "\"text\":\"", "'x' ", 500_000, "\"");
      record(out, "speech", "\"text\":\"", "“It opens,” said Ann Lee. ", 250_000, "\"");
      record(out, "marks", "\"text\":\"", "\\\"", 1_000_000, "\"");
      record(out, "unused", "\"text\":\"T\",\"x\":\"", "a b ", 2_000_000, "\"");
      record(out, "names", "\"text\":\"T\"", ",\"key\":1", 2_000_000, "");
      record(out, "lists", "\"text\":\"T\",\"x\":[", "[],", 2_000_000, "1]");
      record(out, "longName", "\"text\":\"T\",\"", "k", 2_000_000, "\":1");
      record(out, "digits", "\"text\":\"T\",\"x\":", "1", 2_000_000, "");
      out.write(GOOD);
    }

    Run run = run(64, "extract", input);

    assertThat(run.err)
        .singleElement()
        .asString()
        .startsWith("onrecord: Fields not used: x in 3 records, key in 1 record, kkk")
        .hasSizeLessThan(200);
    assertThat(run.code).isZero();
    assertThat(run.out).hasSize(10);
  }

  @Test
  void largeRecordsAreAddedByManyThreads() throws Exception {
    Path input = folder.resolve("many.jsonl");
    try (Writer out = Files.newBufferedWriter(input)) {
      for (int i = 0; i < 8; i++) {
        record(out, "speech" + i, "\"text\":\"", "“It opens,” said Ann Lee. ", 400_000, "\"");
        String tags = tags(i);
        record(out, "tags" + i, "\"text\":\"T\",\"tags\":[", tags, tags.length(), "\"a\"]");
      }
      out.write(GOOD);
    }

    Run run = run(64, "index", input, "--processors", "4");

    assertThat(run.err).isEmpty();
    assertThat(run.code).isZero();
    assertThat(run.out).anyMatch(line -> line.startsWith("Added 17 articles"));
  }

  /** Ten thousand tags. */
  private static String tags(int number) {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      tags.append("\"a tag with a rather long name that no other has, of ").append(number);
      tags.append(' ').append(i).append("\",");
    }
    return tags.toString();
  }

  @Test
  void aFolderOfManyFilesIsRead() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 60_000; i++) {
      Files.writeString(many.resolve("an-article-with-a-long-name-" + i + ".txt"), "T");
    }

    Run run = run(22, "extract", many);

    assertThat(run.err).isEmpty();
    assertThat(run.code).isZero();
    assertThat(run.out).hasSize(60_000);
  }

  @Test
  void aListOfSpeakersThatIsTooLargeIsRefused() throws Exception {
    Path input = Files.writeString(folder.resolve("good.jsonl"), GOOD);
    Path list = folder.resolve("list.csv");
    try (Writer out = Files.newBufferedWriter(list)) {
      out.write("name\n");
      for (int i = 0; i < 1_000_000; i++) {
        out.write("Name Number" + i + "\n");
      }
    }

    Run run = run(64, "extract", input, "--authority", list.toString());

    assertThat(run.err)
        .singleElement()
        .asString()
        .contains(list + ": a list of known speakers must not be longer than");
    assertThat(run.code).isEqualTo(1);
  }

  /** Writes a record of about so many bytes. */
  private static void record(Writer out, String id, String start, String part, int size, String end)
      throws IOException {
    out.write("{\"id\":\"" + id + "\"," + start);
    for (int i = 0; i < size / part.length(); i++) {
      out.write(part);
    }
    out.write(end + "}\n");
  }

  private record Run(int code, List<String> out, List<String> err) {}

  private Run run(int megabytes, String command, Path input, String... more) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> line = ChildJava.command(megabytes, "onrecord.cli.Main", command, "--quiet");
    if (command.equals("index")) {
      line.addAll(List.of("--archive", folder.resolve("archive").toString()));
    }
    line.addAll(List.of(more));
    line.add(input.toString());
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    int code = builder.start().waitFor();
    return new Run(code, Files.readAllLines(out), Files.readAllLines(err));
  }
}
