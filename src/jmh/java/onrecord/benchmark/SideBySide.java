package onrecord.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.source.ArticleRecord;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Compares an archive with an index of the same articles that is written by hand with Lucene: CPU
 * time of adding, size on disk, and the time of searches with and without facets. The two take
 * turns; medians are printed.
 *
 * <pre>
 * mvn -q -Pbenchmark test-compile exec:exec@side-by-side [-Dbenchmark.count=2000] [-Dbenchmark.rounds=3]
 * </pre>
 */
public final class SideBySide {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int SEARCHES = Integer.getInteger("benchmark.searches", 45);
  private static final int WARM_UP_MILLISECONDS = Integer.getInteger("benchmark.warmUp", 2_000);
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private SideBySide() {}

  /** A measured operation. */
  @FunctionalInterface
  interface Operation {
    void run() throws IOException;
  }

  private record Asked(String name, Query query, org.apache.lucene.search.Query byHand) {}

  /** Runs the comparison; system properties specify the numbers of articles and of rounds. */
  public static void main(String[] args) throws IOException {
    int count = Integer.getInteger("benchmark.count", 2_000);
    int rounds = Integer.getInteger("benchmark.rounds", 3);
    List<ArticleRecord> articles = MadeArticles.first(count).toList();
    long quotations = articles.stream().mapToLong(a -> a.quotations().orElseThrow().size()).sum();
    long text = 0;
    for (ArticleRecord article : articles) {
      text += article.article().text().getBytes(StandardCharsets.UTF_8).length;
    }
    OUT.printf(
        Locale.ROOT,
        "%d articles with %d quotations, %.1f MB of text; %d processors%n%n",
        count,
        quotations,
        text / 1e6,
        THREADS);
    OUT.printf(Locale.ROOT, "%-42s %12s %12s %7s%n", "", "Onrecord", "by hand", "ratio");
    String kept = System.getProperty("benchmark.folder", "");
    Path folder = kept.isEmpty() ? Files.createTempDirectory("side-by-side") : Path.of(kept);
    try {
      if (!Files.exists(folder.resolve("by-hand"))) {
        Files.createDirectories(folder);
        add(folder, articles, quotations, text, rounds);
      }
      if (!Boolean.getBoolean("benchmark.addingOnly")) {
        search(folder);
      }
    } finally {
      if (kept.isEmpty()) {
        delete(folder);
      }
    }
  }

  private static void add(
      Path folder, List<ArticleRecord> articles, long quotations, long text, int rounds)
      throws IOException {
    double[][] cpu = new double[2][rounds];
    double[][] wall = new double[2][rounds];
    // The first of several rounds warms up.
    for (int round = rounds == 1 ? 0 : -1; round < rounds; round++) {
      for (int side = 0; side < 2; side++) {
        Path target = folder.resolve(side == 0 ? "archive" : "by-hand");
        delete(target);
        boolean ours = side == 0;
        long cpuBefore = cpu();
        long before = System.nanoTime();
        if (ours) {
          addToArchive(target, articles);
        } else {
          HandWritten.index(target, articles.stream(), THREADS);
        }
        if (round >= 0) {
          wall[side][round] = (System.nanoTime() - before) / 1e9;
          cpu[side][round] = (cpu() - cpuBefore) / 1e9;
        }
      }
    }
    double[] seconds = {median(cpu[0]), median(cpu[1])};
    row("quotations added a CPU second", "%.0f", quotations / seconds[0], quotations / seconds[1]);
    row(
        "quotations added a second",
        "%.0f",
        quotations / median(wall[0]),
        quotations / median(wall[1]));
    double[] bytes = {size(folder.resolve("archive")), size(folder.resolve("by-hand"))};
    row("bytes a quotation", "%.0f", bytes[0] / quotations, bytes[1] / quotations);
    row(
        "segments",
        "%.0f",
        segments(folder.resolve("archive")),
        segments(folder.resolve("by-hand")));
    row("size, times the text", "%.2f", bytes[0] / text, bytes[1] / text);
  }

  private static void addToArchive(Path target, List<ArticleRecord> articles) throws IOException {
    try (Archive archive =
        Archive.open(target, ArchiveOptions.builder().extractionThreads(THREADS).build())) {
      AddReport report = archive.addAll(articles.stream());
      if (report.added() != articles.size()) {
        throw new IllegalStateException(report.toString());
      }
    }
  }

  private static void search(Path folder) throws IOException {
    String common = MadeArticles.word(40);
    String rare = MadeArticles.word(9_000);
    String speaker = MadeArticles.speaker(3);
    List<Asked> all =
        List.of(
            new Asked("all", Query.all(), HandSearcher.all()),
            new Asked("common word", Query.words(common), HandSearcher.words(common)),
            new Asked("rare word", Query.words(rare), HandSearcher.words(rare)),
            new Asked(
                "phrase",
                Query.phrase(MadeArticles.word(0) + " " + MadeArticles.word(1)),
                HandSearcher.phrase(MadeArticles.word(0), MadeArticles.word(1))),
            new Asked("speaker", Query.speaker(speaker), HandSearcher.speaker(speaker)));
    long before = System.nanoTime();
    try (Archive archive = Archive.openReadOnly(folder.resolve("archive"))) {
      archive.search(Search.builder(Query.all()).facet(Facet.SPEAKER).build());
      long opened = System.nanoTime();
      try (HandSearcher byHand = new HandSearcher(folder.resolve("by-hand"))) {
        byHand.search(HandSearcher.all(), List.of("speaker"));
        row(
            "ms to open and answer with a facet",
            "%.1f",
            (opened - before) / 1e6,
            (System.nanoTime() - opened) / 1e6);
        for (Asked asked : all) {
          if (!asked.name().contains(System.getProperty("benchmark.only", ""))) {
            continue;
          }
          for (int facets : new int[] {0, 1, 3}) {
            compare(archive, byHand, asked, facets);
          }
        }
      }
    }
  }

  private static void compare(Archive archive, HandSearcher byHand, Asked asked, int facets)
      throws IOException {
    // What is written by hand does not highlight.
    Search.Builder search = Search.builder(asked.query()).highlight(false);
    List<String> names = List.of("speaker", "outlet", "year").subList(0, facets);
    for (String name : names) {
      search.facet(
          name.equals("year")
              ? FacetRequest.by(Facet.PUBLISHED, DateLevel.YEAR)
              : FacetRequest.top(Facet.valueOf(name.toUpperCase(Locale.ROOT)), 10));
    }
    Search ours = search.build();
    long found = archive.search(ours).total();
    long foundByHand = byHand.search(asked.byHand(), names);
    if (found != foundByHand) {
      throw new IllegalStateException(asked + ": " + found + " is not " + foundByHand);
    }
    double[][] times = new double[2][SEARCHES];
    int repeated = 4;
    // Both sides are compiled before they are measured.
    for (double spent = 0; spent < WARM_UP_MILLISECONDS * 1e3; ) {
      spent += repeated * micros(() -> archive.search(ours), repeated);
      spent += repeated * micros(() -> byHand.search(asked.byHand(), names), repeated);
    }
    for (int i = 0; i < SEARCHES; i++) {
      times[0][i] = micros(() -> archive.search(ours), repeated);
      times[1][i] = micros(() -> byHand.search(asked.byHand(), names), repeated);
    }
    row(
        String.format(Locale.ROOT, "CPU \u00b5s: %s (%d), %d facets", asked.name(), found, facets),
        "%.0f",
        median(times[0]),
        median(times[1]));
  }

  /** {@return the CPU time of one run in microseconds, which other processes do not prolong} */
  private static double micros(Operation operation, int times) throws IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      operation.run();
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e3 / times;
  }

  private static void row(String name, String number, double ours, double byHand) {
    OUT.printf(
        Locale.ROOT,
        "%-42s %12s %12s %7.2f%n",
        name,
        String.format(Locale.ROOT, number, ours),
        String.format(Locale.ROOT, number, byHand),
        ours / byHand);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double segments(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.leaves().size();
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all = new ArrayList<>();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(all::add);
      }
      for (Path file : all) {
        Files.delete(file);
      }
    }
  }
}
