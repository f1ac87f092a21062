package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive with the launcher, as it is handed out. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {

  @TempDir private static Path folder;
  private static Path home;

  @BeforeAll
  static void unpack() throws Exception {
    Path target = Path.of(System.getProperty("cli.jar")).toAbsolutePath().getParent();
    Path packed;
    try (Stream<Path> files = Files.list(target)) {
      packed = files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    Run run = run(List.of("tar", "-xzf", packed.toString(), "-C", folder.toString()));
    assertThat(run.code()).as(run.err()).isZero();
    home = folder.resolve(packed.getFileName().toString().replace(".tar.gz", ""));
  }

  @Test
  void launcherRunsCommandsFromAnyFolderAndThroughLinks() throws Exception {
    Path archive = folder.resolve("an archive");
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("bin/onrecord"));

    Run indexed = onrecord(link, "index", "--archive", archive.toString(), "index-fixtures");
    Run searched =
        onrecord(home.resolve("bin/onrecord"), "search", "-a", archive.toString(), "water");
    Run again = onrecord(home.resolve("bin/onrecord"), "search", "-a", archive.toString(), "water");

    assertThat(indexed.err()).isEmpty();
    assertThat(indexed.out()).contains("rejected 0.");
    assertThat(searched.out()).contains("**water**");
    assertThat(again).isEqualTo(searched).isEqualTo(new Run(0, searched.out(), ""));
  }

  @Test
  void containsLicencesCompletionAndTheManual() throws IOException {
    assertThat(home.resolve("LICENSE")).content().contains("Apache License");
    assertThat(home.resolve("NOTICE")).isNotEmptyFile();
    assertThat(home.resolve("share/man/man1/onrecord.1")).content().startsWith(".TH ONRECORD 1");
    assertThat(home.resolve("share/bash-completion/completions/onrecord"))
        .content()
        .contains("complete -F _complete_onrecord");
    assertThat(home.resolve("share/zsh/site-functions/_onrecord"))
        .content()
        .startsWith("#compdef onrecord");
    assertThat(home.resolve("share/fish/vendor_completions.d/onrecord.fish"))
        .content()
        .startsWith("complete -c onrecord");
  }

  @Test
  void commandsThatNeedAJdkSaySoWhereThereIsNone() throws Exception {
    Path archive = folder.resolve("for a shell");
    Path launcher = home.resolve("bin/onrecord");
    assertThat(onrecord(launcher, "index", "-a", archive.toString(), "index-fixtures").err())
        .isEmpty();
    String modules = "--limit-modules=java.logging,java.xml";

    assertThat(run(modules, List.of(launcher.toString(), "shell", "-a", archive.toString())))
        .isEqualTo(
            new Run(
                1,
                "",
                "onrecord: shell needs the module jdk.jshell, which this Java lacks; run it with a"
                    + " JDK\n"));
    assertThat(run(modules, List.of(launcher.toString(), "serve", "-a", archive.toString())).err())
        .contains("serve needs the module jdk.httpserver");
  }

  @Test
  void extractionIsCompiledForAsMuchAsItsFilesHold() throws Exception {
    Path little = fileOf(1 << 20, "a little.jsonl");
    Path much = fileOf(72 << 20, "much.jsonl");
    Path packed = fileOf(14 << 20, "packed.jsonl.gz");
    String forLittle = "-XX:TieredStopAtLevel=1";
    String forSome = "-XX:CompileThresholdScaling=0.2";
    String forMuch = "-XX:FreqInlineSize=100";

    assertThat(optionsFor("extract", little.toString())).contains(forLittle);
    assertThat(optionsFor("extract", "--indirect", little.toString())).contains(forLittle);
    assertThat(optionsFor("extract", fileOf(60 << 20, "more.jsonl").toString()))
        .contains(forLittle);
    assertThat(optionsFor("extract", much.toString())).contains(forMuch);
    assertThat(optionsFor("extract", little.toString(), much.toString())).contains(forMuch);
    assertThat(optionsFor("extract", packed.toString())).contains(forMuch);
    assertThat(optionsFor("extract", folder.toString())).contains(forMuch);
    assertThat(optionsFor("extract", little.toString(), "-")).contains(forMuch);
    assertThat(optionsFor("extract")).contains(forMuch).doesNotContain(forLittle);
    assertThat(optionsFor("search", "extract")).contains(forLittle);
    assertThat(optionsFor("extract", little.toString())).contains(forSome);
    assertThat(optionsFor("extract", fileOf(1 << 16, "least.jsonl").toString()))
        .contains(forLittle)
        .doesNotContain(forSome);
    assertThat(optionsFor("extract", much.toString())).doesNotContain(forSome);
    assertThat(optionsFor("index", little.toString())).contains("-XX:+TieredCompilation");
  }

  @Test
  void commandsThatLoadTheSameClassesShareAnArchiveOfThem() throws Exception {
    assertThat(optionsFor("--version")).contains("-start.jsa ");
    assertThat(optionsFor("serch", "search")).contains("-start.jsa ");
    assertThat(optionsFor("-q", "extract", "-")).contains("-extract.jsa ");
    assertThat(optionsFor("index")).contains("-index.jsa ");
    assertThat(optionsFor("search", "index")).contains("-search.jsa ");
    assertThat(optionsFor("timeline")).contains("-search.jsa ");
  }

  private static Path fileOf(int length, String name) throws IOException {
    Path path = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(length);
    }
    return path;
  }

  /** The command line that the launcher gives to Java. */
  private static String optionsFor(String... arguments) throws Exception {
    Path echoing = folder.resolve("echoing");
    Path java = Files.createDirectories(echoing.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of("env", "JAVA_HOME=" + echoing));
    command.add(home.resolve("bin/onrecord").toString());
    command.addAll(List.of(arguments));
    return run(command).out();
  }

  private static Run onrecord(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Run run(List<String> command) throws Exception {
    return run("", command);
  }

  /** Runs a command with options of Java and a cache of its own. */
  private static Run run(String options, List<String> command) throws Exception {
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("ONRECORD_OPTS", options);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out, Files.readString(err));
  }
}
