package onrecord.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Measures one extraction from each of many articles, on one thread; run by {@link Speed}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpeedBenchmark {

  /** The file or folder of the articles. */
  @Param(Articles.FIXTURES)
  public String articles = Articles.FIXTURES;

  private final Extractor extractor = new Extractor();
  private List<Article> list = List.of();

  /** Reads the articles. */
  @Setup
  public void read() throws IOException {
    list = Articles.read(articles).list();
  }

  /** Extracts the quotations of each article. */
  @Benchmark
  public void extract(Blackhole blackhole) {
    for (Article article : list) {
      blackhole.consume(extractor.extract(article));
    }
  }
}
