package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.Archive;
import onrecord.ChildJava;
import onrecord.InstalledProgram;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command line on a terminal, with what a person sees and presses. It needs tmux, which {@code
 * .ci/run} installs where it can.
 */
@DisabledOnOs(OS.WINDOWS)
class TerminalSessionTest {

  private static final int ARTICLES = 300;
  private static final int COMMIT_EVERY = 100;
  // Some of the articles wait to be processed together.
  private static final String PROGRESS =
      "(?m)^indexing: [23][0-9]{2} articles, [0-9.]+ a second, 1 rejected$";

  @TempDir Path folder;

  private Path tmux;
  private Path pipe;

  @BeforeEach
  void findTmux() throws Exception {
    Optional<Path> program = InstalledProgram.find("tmux");
    Assumptions.assumeTrue(
        program.isPresent(), "tmux is not installed, so no command is run on a terminal");
    tmux = program.get();
    pipe = makePipe("articles");
  }

  private Path makePipe(String name) throws Exception {
    Path made = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", made.toString()).start().waitFor()).isZero();
    return made;
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 140})
  void progressIsShownUntilCtrlCStopsAndRowsFillTheWidth(int columns) throws Exception {
    String line =
        index("- < '" + pipe + "'")
            + "; echo \"exit code $?\"; "
            + onrecord(
                "concordance",
                "--archive",
                archive().toString(),
                "--width",
                "20",
                "--limit",
                "20",
                "mill");
    try (TerminalSession session = TerminalSession.start(tmux, folder, columns, line);
        RandomAccessFile input = openEndless(pipe)) {
      input.write(records(0, ARTICLES));
      assertThat(session.await(PROGRESS)).contains("standard input:2: ");

      session.press("C-c");
      String screen = session.awaitEnd(0);

      assertThat(screen)
          .doesNotContain("indexing:")
          .contains("onrecord: SIGINT: stopping; what is done is kept.")
          .contains("exit code 130");
      assertThat(unwrapped(screen, columns))
          .contains(
              "onrecord: stopped by SIGINT; committed "
                  + committed()
                  + " articles; the same command skips them and goes on");
      assertThat(screen.lines().filter(row -> row.contains("[mill]")))
          .hasSize(20)
          .allSatisfy(row -> assertThat(row).hasSizeBetween(columns - 10, columns));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aSecondCtrlCStopsACommandThatWaitsForItsReader() throws Exception {
    Path printed = makePipe("printed");
    try (RandomAccessFile reader = openEndless(printed);
        TerminalSession session =
            TerminalSession.start(
                tmux, folder, 80, index("--json - < '" + pipe + "' > '" + printed + "'"));
        RandomAccessFile input = openEndless(pipe)) {
      input.write(records(0, ARTICLES));
      assertThat(reader.readLine()).isEqualTo("{\"committed\":" + COMMIT_EVERY + "}");
      fill(printed);
      input.write(records(ARTICLES, 2 * ARTICLES));

      session.pressUntilEnd("C-c");

      assertThat(session.awaitEnd(130)).doesNotContain("onrecord: stopped");
    }
    assertThat(committed()).isBetween((long) COMMIT_EVERY, 2L * ARTICLES);
  }

  /** Writes to a pipe until it is full, so that whatever else writes to it waits. */
  private static void fill(Path pipe) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("dd", "if=/dev/zero", "of=" + pipe, "oflag=nonblock", "bs=4096");
    builder.environment().put("LC_ALL", "C");
    Process filling = builder.redirectErrorStream(true).start();
    assertThat(new String(filling.getInputStream().readAllBytes(), UTF_8))
        .contains("Resource temporarily unavailable");
  }

  /** Opens a pipe for reading and writing, which waits for no other process, and ends for none. */
  private static RandomAccessFile openEndless(Path pipe) throws IOException {
    return new RandomAccessFile(pipe.toFile(), "rw");
  }

  /** {@return articles as JSON Lines, with a line that is no article after the first of all} */
  private static byte[] records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> article(i) + (i == 0 ? "{\n" : ""))
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  private static String article(int number) {
    String quotation =
        "We have waited all summer for someone to mend the old mill of the upper valley and its"
            + " weir before the water comes back in autumn and the miller goes";
    return "{\"id\": \"a%d\", \"text\": \"\u201c%s,\u201d said Ann Lee.\"}\n"
        .formatted(number, quotation);
  }

  private String index(String input) {
    return onrecord(
            "index",
            "--archive",
            archive().toString(),
            "--commit-every",
            Integer.toString(COMMIT_EVERY))
        + " "
        + input;
  }

  /** {@return a line for the shell that runs a command} */
  private static String onrecord(String... arguments) {
    List<String> words = ChildJava.command(200, "onrecord.cli.Main", (Object[]) arguments);
    return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  /** {@return lines of a terminal as they were printed, before those of full width were wrapped} */
  private static String unwrapped(String screen, int columns) {
    StringBuilder text = new StringBuilder();
    screen.lines().forEach(l -> text.append(l).append(l.length() < columns ? "\n" : ""));
    return text.toString();
  }

  private long committed() throws IOException {
    try (Archive open = Archive.openReadOnly(archive())) {
      return open.info().articles();
    }
  }

  private Path archive() {
    return folder.resolve("archive");
  }
}
