package onrecord.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  @TempDir Path folder;

  @Test
  void readsTheVersionOfAJavaFromItsReleaseFile() throws IOException {
    assertThat(JavaHome.at(home("a", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n")))
        .hasValueSatisfying(home -> assertThat(home.feature()).isEqualTo(25));
    assertThat(JavaHome.at(home("b", "JAVA_VERSION=\"1.8.0_402\"\n")))
        .hasValueSatisfying(home -> assertThat(home.feature()).isEqualTo(8));
    assertThat(JavaHome.at(home("c", "JAVA_VERSION=\"21\"\n")))
        .hasValueSatisfying(home -> assertThat(home.feature()).isEqualTo(21));
    assertThat(JavaHome.at(home("d", "nothing"))).isEmpty();
    assertThat(JavaHome.at(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void prefersJavaHomeAndThenThePath() throws IOException {
    home("user/.jdks/newer", "JAVA_VERSION=\"999\"\n");
    Path named = home("named", "JAVA_VERSION=\"22.0.1\"\n");
    Path onPath = home("path", "JAVA_VERSION=\"23\"\n");

    List<JavaHome> homes =
        JavaHome.all(
            Map.of("JAVA_HOME", named.toString(), "PATH", "/nowhere:" + onPath.resolve("bin")),
            folder.resolve("user"));

    assertThat(homes.get(0)).hasToString(named + " (22.0.1)");
    assertThat(homes.get(1)).hasToString(onPath + " (23)");
    assertThat(homes.get(2)).hasToString(folder.resolve("user/.jdks/newer") + " (999)");
  }

  @Test
  void reportsAMissingJavaInOneLine() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<JavaHome> old =
        List.of(
            JavaHome.at(home("seventeen", "JAVA_VERSION=\"17.0.15\"\n")).orElseThrow(),
            JavaHome.at(home("eleven", "JAVA_VERSION=\"11.0.2\"\n")).orElseThrow());

    int code = Launcher.runElsewhere(old, new String[0], new PrintStream(err, true, UTF_8));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "onrecord: requires Java 21 or newer, but runs on Java "
                + System.getProperty("java.version")
                + " and found only "
                + folder.resolve("seventeen")
                + " (17.0.15), "
                + folder.resolve("eleven")
                + " (11.0.2); install one, or set JAVA_HOME to its folder"
                + System.lineSeparator());
  }

  @Test
  void reportsAJavaThatCannotBeStartedInOneLine() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path broken = home("broken", "JAVA_VERSION=\"21.0.1\"\n");
    Files.writeString(broken.resolve("bin/java"), "#!/nowhere\n");

    int code =
        Launcher.runElsewhere(
            List.of(JavaHome.at(broken).orElseThrow()),
            new String[0],
            new PrintStream(err, true, UTF_8));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("onrecord: " + broken + " (21.0.1) could not be started: ");
  }

  @Test
  void charactersThatControlATerminalAreVisibleInMessages() throws Exception {
    Path hostile = home("a\u001b[2J\u009b\u202e\n", "JAVA_VERSION=\"21.0.1\"\n");
    Files.writeString(hostile.resolve("bin/java"), "#!/nowhere\n");
    Path old = home("b\u001b]0;t\u0007", "JAVA_VERSION=\"11.0.2\"\n");

    for (Path home : List.of(hostile, old)) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int code =
          Launcher.runElsewhere(
              List.of(JavaHome.at(home).orElseThrow()),
              new String[0],
              new PrintStream(err, true, UTF_8));

      assertThat(code).isEqualTo(1);
      assertThat(err.toString(UTF_8).strip())
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
          .contains("\\u001b");
    }
  }

  @Test
  void encodesArgumentsWithAnyCharacters() {
    String[] arguments = {"search", "", "caf\u00e9 \u2019 \ud83d\ude00", "a.b=c", "\n"};

    assertThat(Launcher.encode(arguments)).matches("[A-Za-z0-9_=.-]+");
    assertThat(Launcher.decode(Launcher.encode(arguments))).isEqualTo(arguments);
    assertThat(Launcher.decode(Launcher.encode(new String[0]))).isEmpty();
  }

  @Test
  void startsAProcessWithTheSameArgumentsStreamsAndExitCode() throws Exception {
    Path article = Files.writeString(folder.resolve("caf\u00e9.txt"), "Mill reopens");

    Process process = start("extract", article.toString(), folder.resolve("none").toString());
    process.getOutputStream().close();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("{\"id\":\"caf\u00e9\",\"title\":\"Mill reopens\"");
    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
        .contains("there is no such file or folder");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 120})
  void startsAProcessWithArgumentsOfAnyLength(int articles) throws Exception {
    String name = "caf\u00e9-".repeat(30);
    List<String> arguments = new ArrayList<>(List.of("extract"));
    for (int i = 0; i < articles; i++) {
      Path article = Files.writeString(folder.resolve(name + i + ".txt"), "Mill reopens");
      // The same file by a path of some thousand characters.
      arguments.add(folder + "/.".repeat(1000) + "/" + article.getFileName());
    }

    Process process = start(arguments.toArray(String[]::new));
    process.getOutputStream().close();

    assertThat(process.inputReader(UTF_8).lines()).hasSize(articles);
    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(process.waitFor()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files.filter(file -> file.getFileName().toString().startsWith("onrecord-arguments-")))
          .isEmpty();
    }
  }

  @Test
  void endsTheChildProcessWhenItIsKilled() throws Exception {
    Process process = start("extract", "-");
    ProcessHandle child = childOf(process);

    process.destroyForcibly();

    assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void endsTheChildProcessWhenItIsAskedToEnd() throws Exception {
    Process process = start("extract", "-");
    ProcessHandle child = childOf(process);

    process.destroy();

    assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  /**
   * Returns the child process after it has reported a bad record, which shows that it reads its
   * input.
   */
  private static ProcessHandle childOf(Process process) throws IOException {
    process.getOutputStream().write("{\"id\"\n".getBytes(UTF_8));
    process.getOutputStream().flush();
    BufferedReader err = process.errorReader(UTF_8);
    assertThat(err.readLine()).startsWith("onrecord: standard input:1: is not valid JSON");
    return process.children().findFirst().orElseThrow();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add("-Djava.io.tmpdir=" + folder);
    command.add(ElsewhereMain.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private Path home(String name, String release) throws IOException {
    Path home = folder.resolve(name);
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), release);
    return home;
  }
}
