package onrecord.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the whole program that extracts from a file of JSON with {@code gzip -6} of the same
 * file: the CPU time of both processes, Java's start included. Of a small file, most of the time is
 * that of Java's compilers; of a large one, less. Immutable.
 */
final class Extracting {

  /** About 4 MB, an hour's articles of an agency, and 40 MB, a day's. */
  private static final List<Integer> AMOUNTS = List.of(800, 8_200);

  /** The options of Java that the launcher chooses for as much. */
  private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.2";

  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

  private final Path file;
  private final String program;

  private Extracting(Path file, String program) {
    this.file = file;
    this.program = program;
  }

  /**
   * Returns the command that starts the program: that of a system property, or Java with the
   * classpath, which keeps no classes from one run for the next.
   */
  private static String program() {
    String given = System.getProperty("benchmark.program", "");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return given.isEmpty()
        ? "'%s' -XX:+UseSerialGC %s --enable-native-access=ALL-UNNAMED -cp '%s' onrecord.cli.Main"
            .formatted(java, OPTIONS, System.getProperty("java.class.path"))
        : "'" + given + "'";
  }

  /** Runs both in turn. Leaves this part out where there is no {@code gzip}. */
  static void compare() throws IOException {
    if (!Files.isExecutable(Path.of("/usr/bin/gzip"))
        && !Files.isExecutable(Path.of("/bin/gzip"))) {
      Table.line("%nextracting is not compared: there is no gzip");
      return;
    }
    for (int articles : AMOUNTS) {
      Path file = Files.createTempFile("articles", ".jsonl");
      try {
        write(file, articles);
        new Extracting(file, program()).run();
      } finally {
        Files.delete(file);
      }
    }
  }

  /** Writes articles without their quotations as lines of JSON. */
  static void write(Path file, int articles) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < articles; i++) {
        var article = MadeArticles.article(i).article();
        out.write(
            "{\"id\": %s, \"title\": %s, \"text\": %s, \"published\": %s}\n"
                .formatted(
                    quoted(article.id()),
                    quoted(article.title()),
                    quoted(article.text()),
                    quoted(article.published().orElseThrow().toString())));
      }
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private void run() throws IOException {
    int rounds = Settings.ROUNDS;
    double[] ours = new double[rounds];
    double[] gzip = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      ours[round] = seconds(program + " extract '" + file + "'");
      gzip[round] = seconds("gzip -6 -c '" + file + "'");
    }
    double megabytes = Files.size(file) / 1e6;
    Table.head(
        "Extracting from %.1f MB of JSON".formatted(megabytes), List.of("Onrecord", "gzip -6"));
    Table.row(
        "MB a CPU second, whole process",
        "%.2f",
        megabytes / Clock.median(ours),
        megabytes / Clock.median(gzip));
  }

  /** {@return the CPU time of a command, as the shell reports it} */
  private static double seconds(String command) throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", command + " > /dev/null || exit; times")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines;
    try (BufferedReader out = shell.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().toList();
    }
    try {
      if (shell.waitFor() != 0) {
        throw new IOException("failed: " + command);
      }
    } catch (InterruptedException e) {
      InterruptedIOException interrupted = new InterruptedIOException();
      interrupted.initCause(e);
      throw interrupted;
    }
    double seconds = 0;
    // The second line is that of the processes that the shell has started.
    Iterator<String> each = lines.iterator();
    each.next();
    for (Matcher time = TIME.matcher(each.next()); time.find(); ) {
      seconds += 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
    }
    return seconds;
  }
}
