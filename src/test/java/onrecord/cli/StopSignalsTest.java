package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.Archive;
import onrecord.model.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes of the command line that receive signals. */
@DisabledOnOs(OS.WINDOWS)
class StopSignalsTest {

  private static final int ARTICLES = 100;
  private static final int ALL = 600;
  private static final String MAIN = "onrecord.cli.Main";
  private static final String LAUNCHED = "onrecord.launch.ElsewhereMain";

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endProcesses() {
    for (Process process : started) {
      process.children().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource(StopSignal.class)
  void indexCommitsWhatItHasAddedAlsoWhileItWaitsForInput(StopSignal signal) throws Exception {
    Process process = startIndexingStandardInput(MAIN);

    send(signal, process.toHandle());

    List<String> messages = process.errorReader(UTF_8).lines().toList();
    assertThat(exitCode(process)).isEqualTo(signal.exitCode());
    assertThat(articles()).isBetween((long) ARTICLES, (long) ALL);
    assertThat(messages)
        .containsExactly(
            "onrecord: stopped by "
                + signal
                + "; committed "
                + articles()
                + " articles; the same command skips them and goes on");
  }

  @ParameterizedTest
  @EnumSource(StopSignal.class)
  void indexCommitsIfItWasLaunchedInAnotherProcess(StopSignal signal) throws Exception {
    Process process = startIndexingStandardInput(LAUNCHED);

    // A terminal signals all processes that it has started.
    for (ProcessHandle each :
        List.of(process.children().findFirst().orElseThrow(), process.toHandle())) {
      send(signal, each);
    }

    List<String> messages = process.errorReader(UTF_8).lines().toList();
    assertThat(exitCode(process)).isEqualTo(signal.exitCode());
    assertThat(articles()).isBetween((long) ARTICLES, (long) ALL);
    assertThat(messages)
        .containsExactly(
            "onrecord: stopped by "
                + signal
                + "; committed "
                + articles()
                + " articles; the same command skips them and goes on");
  }

  @Test
  void theSameSignalEndsTheProcessAtOnceTheSecondTime() throws Exception {
    String bad = "{\n".repeat(20_000);
    Path input = Files.writeString(folder.resolve("input.jsonl"), records(0, ARTICLES) + bad);
    Process process = start(MAIN, "index", "--archive", archive().toString(), input.toString());
    // Its messages are not read, so that it waits.
    assertThat(process.errorReader(UTF_8).readLine()).contains("input.jsonl:101:");
    awaitFullPipe(process);

    send(StopSignal.TERM, process.toHandle());
    send(StopSignal.INT, process.toHandle());
    assertThat(process.waitFor(1500, TimeUnit.MILLISECONDS)).isFalse();
    send(StopSignal.TERM, process.toHandle());

    assertThat(exitCode(process)).isEqualTo(StopSignal.TERM.exitCode());
    assertThat(articles()).isZero();
  }

  /** Waits until the messages of a process fill the pipe, of at least 16 KiB, and it waits. */
  private static void awaitFullPipe(Process process) throws Exception {
    int before;
    int now = 0;
    do {
      assertThat(process.isAlive()).isTrue();
      before = now;
      TimeUnit.MILLISECONDS.sleep(500);
      now = process.getErrorStream().available();
    } while (now < 1 << 14 || now > before);
  }

  @ParameterizedTest
  @EnumSource(StopSignal.class)
  void deleteCommitsWhatItHasDeleted(StopSignal signal) throws Exception {
    addArticles();
    List<String> arguments = new ArrayList<>(List.of("delete", "--archive", archive().toString()));
    IntStream.range(0, 5).forEach(i -> arguments.add("a" + i));
    IntStream.range(0, 20_000).forEach(i -> arguments.add("missing" + i));
    Process process = start(MAIN, arguments.toArray(String[]::new));
    BufferedReader messages = process.errorReader(UTF_8);
    assertThat(messages.readLine()).endsWith("there is no article missing0");

    send(signal, process.toHandle());

    List<String> rest = messages.lines().toList();
    assertThat(rest.getLast())
        .isEqualTo(
            "onrecord: stopped by "
                + signal
                + "; deleted and committed 5 articles; the same command deletes the others");
    assertThat(rest).hasSizeLessThan(20_000);
    assertThat(exitCode(process)).isEqualTo(signal.exitCode());
    assertThat(articles()).isEqualTo(ARTICLES - 5);
  }

  @ParameterizedTest
  @EnumSource(StopSignal.class)
  void reextractCommitsWhatItHasExtracted(StopSignal signal) throws Exception {
    int count = 8 * ARTICLES;
    String text = "\u201cThe mill opens,\u201d said Ann Lee of the mill. ".repeat(60);
    try (Archive open = Archive.open(archive())) {
      for (int i = 0; i < count; i++) {
        open.add(Article.builder("a" + i, text).build());
      }
    }
    Path authority =
        Files.writeString(
            folder.resolve("speakers.jsonl"), "{\"name\": \"Ann Lee\", \"id\": \"1\"}\n");
    String[] command = {
      "reextract", "--archive", archive().toString(), "--authority", authority.toString()
    };
    long replaced = 0;
    boolean stopped = false;
    // Until the signal is received after the command has started and before it is complete.
    for (int millis = 800; !stopped && replaced < count; millis += 200) {
      Process process = start(MAIN, command);
      TimeUnit.MILLISECONDS.sleep(millis);
      send(signal, process.toHandle());
      String messages = process.errorReader(UTF_8).lines().collect(Collectors.joining("\n"));
      assertThat(exitCode(process)).isEqualTo(signal.exitCode());
      String start = "onrecord: stopped by " + signal + "; extracted again and committed ";
      if (messages.startsWith(start)) {
        long done = Long.parseLong(messages.substring(start.length()).split(" ")[0]);
        replaced += done;
        stopped = done > 0;
      }
    }

    assertThat(replaced).isPositive().isLessThan(count);
    Run rest = Run.of((Object[]) command);
    assertThat(rest.out())
        .as(rest.err())
        .startsWith("Extracted " + (count - replaced) + " articles again");
  }

  /** Starts adding articles, and returns after some were added; the input does not end. */
  private Process startIndexingStandardInput(String main) throws Exception {
    Process process = start(main, "index", "--archive", archive().toString(), "-");
    process
        .getOutputStream()
        .write((records(0, ARTICLES) + "{\n" + records(ARTICLES, ALL)).getBytes(UTF_8));
    process.getOutputStream().flush();
    assertThat(process.errorReader(UTF_8).readLine()).contains("standard input:101:");
    return process;
  }

  private static String records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"id\": \"a%d\", \"text\": \"Mill %d opens.\"}\n".formatted(i, i))
        .collect(Collectors.joining());
  }

  private void addArticles() throws IOException {
    try (Archive open = Archive.open(archive())) {
      for (int i = 0; i < ARTICLES; i++) {
        open.add(Article.builder("a" + i, "Mill opens.").build());
      }
    }
  }

  private Process start(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** A process that is started in the background inherits that it ignores some signals. */
  private static void send(StopSignal signal, ProcessHandle process) throws Exception {
    assumeThat(isIgnored(signal)).as("%s is ignored here", signal).isFalse();
    assertThat(
            new ProcessBuilder("kill", "-" + signal.name(), Long.toString(process.pid()))
                .start()
                .waitFor())
        .isZero();
  }

  private static boolean isIgnored(StopSignal signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    int number = signal.exitCode() - StopSignal.TERM.exitCode() + 15;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(ignored -> ignored.testBit(number - 1));
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("has ended").isTrue();
    return process.exitValue();
  }

  private long articles() throws IOException {
    try (Archive open = Archive.open(archive())) {
      return open.info().articles();
    }
  }

  private Path archive() {
    return folder.resolve("archive");
  }
}
