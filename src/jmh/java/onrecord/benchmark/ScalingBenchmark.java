package onrecord.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.model.Quotation;
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

/** Measures one extraction from a {@link HostileText}; run by {@link Scaling}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-Xmn2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ScalingBenchmark {

  /** The content of the text. */
  @Param public HostileText content = HostileText.MARKS;

  /** The length of the text, in characters. */
  @Param({"1000000", "2000000"})
  public int length;

  private final Extractor extractor = new Extractor();
  private Article article = Article.builder("none", "none").build();

  /** Creates the text. */
  @Setup
  public void createArticle() {
    article = Article.builder("hostile", content.of(length)).build();
  }

  /** {@return the quotations of the text} */
  @Benchmark
  public List<Quotation> extract() {
    return extractor.extract(article);
  }
}
