package onrecord.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The cost of one call of a benchmark. Immutable.
 *
 * @param milliseconds the time: the minimum of all iterations, since other load on the machine can
 *     only increase it
 * @param bytesAllocated the memory allocated from the heap, including what is freed during the call
 */
record Measured(double milliseconds, double bytesAllocated) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** Runs a benchmark, which is a method of a class, with one value for each of its parameters. */
  static Measured run(Class<?> type, String benchmark, Map<String, String> parameters)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Pattern.quote(type.getName() + "." + benchmark) + "$")
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    parameters.forEach(options::param);
    if (Runtime.version().feature() >= 23) {
      options.jvmArgsPrepend("--sun-misc-unsafe-memory-access=allow");
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    IterationResult best =
        results.stream()
            .flatMap(run -> run.getBenchmarkResults().stream())
            .flatMap(fork -> fork.getIterationResults().stream())
            .min((a, b) -> Double.compare(score(a), score(b)))
            .orElseThrow();
    return new Measured(score(best), best.getSecondaryResults().get(ALLOCATED).getScore());
  }

  private static double score(IterationResult iteration) {
    return iteration.getPrimaryResult().getScore();
  }
}
