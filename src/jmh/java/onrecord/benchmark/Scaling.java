package onrecord.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints how the time of an extraction grows when a text of a million characters is doubled, for
 * each {@link HostileText}: if it is linear, the ratio is about 2. Also prints the memory that the
 * extraction from the longer text allocates for each character.
 *
 * <pre>
 * mvn -q -Pbenchmark test-compile exec:exec@scaling [-Dbenchmark.contents=MARKS,CUES]
 * </pre>
 */
public final class Scaling {
  private static final int LENGTH = 1_000_000;

  private Scaling() {}

  /** Runs the benchmark; a system property selects the contents, which are all by default. */
  public static void main(String[] args) throws RunnerException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String chosen = System.getProperty("benchmark.contents", "");
    out.printf(
        "%-24s %12s %12s %6s %12s%n", "content", "1 M chars", "2 M chars", "ratio", "bytes/char");
    for (HostileText content : HostileText.values()) {
      if (chosen.isEmpty() || ("," + chosen + ",").contains("," + content + ",")) {
        Measured once = run(content, LENGTH);
        Measured twice = run(content, 2 * LENGTH);
        out.printf(
            Locale.ROOT,
            "%-24s %9.1f ms %9.1f ms %6.2f %12.0f%n",
            content,
            once.milliseconds(),
            twice.milliseconds(),
            twice.milliseconds() / once.milliseconds(),
            twice.bytesAllocated() / (2 * LENGTH));
      }
    }
  }

  private static Measured run(HostileText content, int length) throws RunnerException {
    return Measured.run(
        ScalingBenchmark.class,
        "extract",
        Map.of("content", content.name(), "length", Integer.toString(length)));
  }
}
