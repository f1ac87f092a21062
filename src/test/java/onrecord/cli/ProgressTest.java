package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static final String ERASE = "\r\u001b[K";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(InputStream.nullInputStream(), out, err, Terminal.Reader.PERSON, 40);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1200 | 3000 | 60 | 100 | 1 | indexing: 1200 articles, 400 a second, 60 %, 2 s left, 1 rejected",
        "1 | 2500 | 1 | 1000 | 0 | indexing: 1 article, 0.4 a second, 0 %, 42 min left",
        "10 | 1000 | 1 | 2 | 0 | indexing: 10 articles, 10 a second, 50 %",
        "10 | 1000 | 5 | 0 | 0 | indexing: 10 articles, 10 a second",
        "0 | 0 | 0 | 100 | 0 | indexing: 0 articles, 0 %",
        "9 | 9000 | 1 | 2000 | 0 | indexing: 9 articles, 1.0 a second, 0 %, 5 h 0 min left",
        "9 | 9000 | 3 | 2 | 0 | indexing: 9 articles, 1.0 a second, 100 %, 0 s left"
      })
  void saysHowMuchIsDone(
      long count, long milliseconds, long part, long whole, long rejected, String line) {
    Amount amount = Amount.of("article", count).partOf(part, whole).withRejected(rejected);

    assertThat(Progress.line("indexing", amount, Duration.ofMillis(milliseconds))).isEqualTo(line);
  }

  @Test
  void ofSomeWorkOnlyTheShareIsKnown() {
    assertThat(Progress.line("backing up", Amount.of(0.25), Duration.ofSeconds(5)))
        .isEqualTo("backing up: 25 %, 15 s left");
  }

  @Test
  void isShownOnOneLineWhichGivesWayToOthers() throws Exception {
    terminal.setReporting(Terminal.Reporting.STATUS_LINE);
    CountDownLatch shown = new CountDownLatch(2);

    try (Progress progress =
        Progress.start(
            terminal,
            "indexing",
            () -> {
              shown.countDown();
              return Amount.of("article", 123456789).partOf(1, 2);
            })) {
      assertThat(progress).isNotNull();
      shown.await();
      terminal.complain("one was rejected");
      terminal.line("a result");
    }

    String printed = err.toString(UTF_8);
    assertThat(printed).startsWith("\rindexing: 123456789 articles, ");
    assertThat(printed).contains(ERASE + "onrecord: one was rejected" + System.lineSeparator());
    assertThat(printed.substring(printed.lastIndexOf("\r") + 1)).doesNotContain("indexing");
    assertThat(printed.split("\r")).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    assertThat(out.toString(UTF_8)).isEqualTo("a result\n");
  }

  @ParameterizedTest
  @CsvSource({"NONE", "LINE_A_MINUTE"})
  void isNotShownOfShortWork(Terminal.Reporting reporting) {
    terminal.setReporting(reporting);

    Progress.start(terminal, "indexing", () -> Amount.of(0.5)).close();

    assertThat(err.size()).isZero();
  }

  @Test
  void sizeIsThatOfAllFilesThatAreNotHidden(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("inner"));
    Files.writeString(folder.resolve("a.txt"), "1234");
    Files.writeString(folder.resolve("inner/b.txt"), "12");
    Files.writeString(folder.resolve(".hidden"), "12345678");
    Files.createSymbolicLink(folder.resolve("inner/link"), folder.resolve("a.txt"));

    assertThat(InputSize.count(List.of(folder))).isEqualTo(6);
    assertThat(InputSize.count(List.of(folder.resolve("a.txt"), folder))).isEqualTo(10);
    assertThat(InputSize.count(List.of(folder.resolve("inner/link")))).isEqualTo(4);
    assertThat(InputSize.count(List.of(folder, Path.of("-")))).isZero();
  }
}
