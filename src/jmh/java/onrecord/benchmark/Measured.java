package onrecord.benchmark;

import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one call of a benchmark takes. Immutable.
 *
 * @param milliseconds the time: the least of all iterations, since whatever else the machine does
 *     only adds to it
 * @param bytesAllocated what it takes from the heap, whether or not it is freed on the way
 */
record Measured(double milliseconds, double bytesAllocated) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** Runs the one benchmark of a class with one value for each of its parameters. */
  static Measured run(Class<?> benchmark, Map<String, String> parameters) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.")
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
