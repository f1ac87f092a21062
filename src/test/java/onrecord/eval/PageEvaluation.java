package onrecord.eval;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import onrecord.html.PageArticle;
import onrecord.html.PageReader;

/**
 * Measures the reader of HTML pages on pages with known articles, as the project Fundus keeps them:
 * {@code Publisher.json} beside {@code Publisher_DATE.html.gz}.
 *
 * <p>The pages are divided into two halves by the publisher, so that the reader can be built on the
 * one and measured on the other.
 */
public final class PageEvaluation {

  private static final int SPEED_MILLIS = 3000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PageEvaluation() {}

  /**
   * Prints the figures of each half.
   *
   * @param args the folder of the pages; then "details" for the figures of each page of the first
   *     half
   */
  public static void main(String[] args) throws IOException {
    List<List<GoldPage>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (GoldPage page : GoldPage.readAll(Path.of(args[0]))) {
      halves.get(half(page.publisher())).add(page);
    }
    boolean details = args.length > 1 && args[1].equals("details");
    for (int half = 0; half < 2; half++) {
      PageScore sum = new PageScore();
      for (GoldPage page : halves.get(half)) {
        PageArticle article = PageReader.read(page.html());
        PageScore score = new PageScore();
        score.add(page, article);
        sum.add(page, article);
        if (details) {
          System.out.println(page.name() + ": " + score);
          if (half == 0) {
            score.print(System.out);
          }
        }
      }
      System.out.println((half == 0 ? "looked at: " : "held out:  ") + sum);
      System.out.println(
          "  pages in a second of processor time: " + pagesPerSecond(halves.get(half)));
    }
  }

  private static int half(String publisher) {
    CRC32 hash = new CRC32();
    hash.update(publisher.getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() % 2);
  }

  private static long pagesPerSecond(List<GoldPage> pages) {
    long pagesRead = 0;
    long time = 0;
    for (int round = 0; round < 2; round++) {
      pagesRead = 0;
      long start = THREADS.getCurrentThreadCpuTime();
      while ((time = THREADS.getCurrentThreadCpuTime() - start) < SPEED_MILLIS * 1_000_000L) {
        for (GoldPage page : pages) {
          PageReader.read(page.html());
          pagesRead++;
        }
      }
    }
    return pagesRead * 1_000_000_000L / Math.max(1, time);
  }
}
