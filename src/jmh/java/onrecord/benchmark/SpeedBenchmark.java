package onrecord.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
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

/**
 * Measures one extraction from each of many articles, on one thread, and one compression of their
 * texts as {@code gzip -6} compresses them; run by {@link Speed}.
 */
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

  private static final int LEVEL = 6;

  private final Extractor extractor = new Extractor();
  private final byte[] compressed = new byte[1 << 16];
  private List<Article> list = List.of();
  private List<byte[]> texts = List.of();

  /** Reads the articles. */
  @Setup
  public void read() throws IOException {
    list = Articles.read(articles).list();
    texts = list.stream().map(article -> article.text().getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Extracts the quotations of each article. */
  @Benchmark
  public void extract(Blackhole blackhole) {
    for (Article article : list) {
      blackhole.consume(extractor.extract(article));
    }
  }

  /** Compresses the texts as one stream; returns the number of bytes of the result. */
  @Benchmark
  public long compress() {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      for (byte[] text : texts) {
        deflater.setInput(text);
        while (!deflater.needsInput()) {
          deflater.deflate(compressed);
        }
      }
      deflater.finish();
      while (!deflater.finished()) {
        deflater.deflate(compressed);
      }
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
