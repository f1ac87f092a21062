package onrecord.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints the throughput of the extraction on one thread, beside that of {@code gzip -6} on the same
 * text, and the memory that it allocates: an upper bound of the memory that it uses at any moment.
 *
 * <pre>
 * mvn -q -Pbenchmark test-compile exec:exec@speed [-Dbenchmark.articles=articles.jsonl]
 * </pre>
 *
 * <p>The articles are those of a file or folder; by default, the texts of {@code index-fixtures},
 * four to an article.
 */
public final class Speed {
  private Speed() {}

  /** Runs the benchmark; a system property specifies the file or folder of the articles. */
  public static void main(String[] args) throws IOException, RunnerException {
    String given = System.getProperty("benchmark.articles", "");
    String path = given.isEmpty() ? Articles.FIXTURES : given;
    Articles articles = Articles.read(path);
    Measured measured = Measured.run(SpeedBenchmark.class, "extract", Map.of("articles", path));
    Measured gzip = Measured.run(SpeedBenchmark.class, "compress", Map.of("articles", path));
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .printf(
            Locale.ROOT,
            "%d articles, %.2f MB: %.1f MB/s, gzip -6 %.1f MB/s, ratio %.2f;"
                + " %.0f bytes allocated per character%n",
            articles.list().size(),
            articles.bytes() / 1e6,
            articles.bytes() / 1e3 / measured.milliseconds(),
            articles.bytes() / 1e3 / gzip.milliseconds(),
            gzip.milliseconds() / measured.milliseconds(),
            measured.bytesAllocated() / articles.characters());
  }
}
