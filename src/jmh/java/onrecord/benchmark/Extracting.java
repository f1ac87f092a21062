package onrecord.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the whole program that extracts from a file of JSON with {@code gzip -6} of the same
 * file: the CPU time of both processes, Java's start included. Immutable.
 */
final class Extracting {

  /** About 5 MB, an hour's articles of an agency. */
  private static final int ARTICLES = 800;

  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

  private final Path file;
  private final String program;

  private Extracting(Path file, String program) {
    this.file = file;
    this.program = program;
  }

  /** Runs both in turn. Leaves this part out where there is no {@code gzip}. */
  static void compare() throws IOException {
    if (!Files.isExecutable(Path.of("/usr/bin/gzip"))
        && !Files.isExecutable(Path.of("/bin/gzip"))) {
      Table.line("%nextracting is not compared: there is no gzip");
      return;
    }
    Path file = Files.createTempFile("articles", ".jsonl");
    try {
      write(file);
      new Extracting(file, System.getProperty("benchmark.program", ofClasspath())).run();
    } finally {
      Files.delete(file);
    }
  }

  /** {@return a command that starts the program from the classpath, as the launcher does} */
  private static String ofClasspath() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return "'"
        + java
        + "' -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp '"
        + System.getProperty("java.class.path")
        + "' onrecord.cli.Main";
  }

  private static void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      var article = MadeArticles.article(i).article();
      lines.add(
          "{\"id\": %s, \"title\": %s, \"text\": %s, \"published\": %s}"
              .formatted(
                  quoted(article.id()),
                  quoted(article.title()),
                  quoted(article.text()),
                  quoted(article.published().orElseThrow().toString())));
    }
    Files.write(file, lines);
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
