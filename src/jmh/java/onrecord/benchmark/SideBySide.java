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
 * Compares an archive with an index of the same articles that is written by hand with Lucene, and
 * with a database of SQLite: CPU time of adding, size on disk, and the time of searches with and
 * without facets. They take turns; medians are printed.
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

  private static final List<String> FACETS = List.of("speaker", "outlet", "year");
  private static final int WINDOWS = 11;
  private static final long WINDOW_MILLISECONDS = 700;

  /** The names of the files of the archive, of the index written by hand, and of the database. */
  private static final List<String> SIDES = List.of("archive", "by-hand", "sqlite");

  private SideBySide() {}

  /** A measured operation. */
  @FunctionalInterface
  interface Operation {
    void run() throws IOException;
  }

  /**
   * A search.
   *
   * @param match what SQLite finds; empty if FTS5 has no part in it
   */
  private record Asked(
      String name, Query query, org.apache.lucene.search.Query byHand, String match) {}

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
    OUT.printf(
        Locale.ROOT,
        "%-42s %10s %10s %7s %10s %7s%n",
        "",
        "Onrecord",
        "by hand",
        "ratio",
        "SQLite",
        "ratio");
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
    double[][] cpu = new double[SIDES.size()][rounds];
    double[][] wall = new double[SIDES.size()][rounds];
    // The first of several rounds warms up.
    for (int round = rounds == 1 ? 0 : -1; round < rounds; round++) {
      for (int side = 0; side < SIDES.size(); side++) {
        Path target = folder.resolve(SIDES.get(side));
        delete(target);
        long cpuBefore = cpu();
        long before = System.nanoTime();
        add(side, target, articles);
        if (round >= 0) {
          wall[side][round] = (System.nanoTime() - before) / 1e9;
          cpu[side][round] = (cpu() - cpuBefore) / 1e9;
        }
      }
    }
    row("quotations added a CPU second", "%.0f", each(side -> quotations / median(cpu[side])));
    row("quotations added a second", "%.0f", each(side -> quotations / median(wall[side])));
    double[] bytes = each(side -> size(folder.resolve(SIDES.get(side))));
    row("bytes a quotation", "%.0f", each(side -> bytes[side] / quotations));
    row("size, times the text", "%.2f", each(side -> bytes[side] / text));
    row(
        "segments",
        "%.0f",
        segments(folder.resolve("archive")),
        segments(folder.resolve("by-hand")));
  }

  private static void add(int side, Path target, List<ArticleRecord> articles) throws IOException {
    switch (side) {
      case 0 -> addToArchive(target, articles);
      case 1 -> HandWritten.index(target, articles.stream(), THREADS);
      default -> Sqlite.index(target, articles.stream());
    }
  }

  /** A value of one side. */
  @FunctionalInterface
  private interface OfSide {
    double value(int side) throws IOException;
  }

  private static double[] each(OfSide value) throws IOException {
    double[] values = new double[SIDES.size()];
    for (int side = 0; side < values.length; side++) {
      values[side] = value.value(side);
    }
    return values;
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
            new Asked("all", Query.all(), HandSearcher.all(), ""),
            new Asked(
                "common word",
                Query.words(common),
                HandSearcher.words(common),
                Sqlite.quoted(common)),
            new Asked(
                "rare word", Query.words(rare), HandSearcher.words(rare), Sqlite.quoted(rare)),
            new Asked(
                "phrase",
                Query.phrase(MadeArticles.word(0) + " " + MadeArticles.word(1)),
                HandSearcher.phrase(MadeArticles.word(0), MadeArticles.word(1)),
                Sqlite.quoted(MadeArticles.word(0) + " " + MadeArticles.word(1))),
            new Asked("speaker", Query.speaker(speaker), HandSearcher.speaker(speaker), ""));
    long before = System.nanoTime();
    try (Archive archive = Archive.openReadOnly(folder.resolve("archive"))) {
      archive.search(Search.builder(Query.all()).facet(Facet.SPEAKER).build());
      long opened = System.nanoTime();
      try (HandSearcher byHand = new HandSearcher(folder.resolve("by-hand"));
          Sqlite sqlite = new Sqlite(folder.resolve("sqlite"))) {
        byHand.search(HandSearcher.all(), List.of("speaker"));
        row(
            "ms to open and answer with a facet",
            "%.1f",
            (opened - before) / 1e6,
            (System.nanoTime() - opened) / 1e6);
        Sides sides = new Sides(archive, byHand, sqlite);
        for (Asked asked : all) {
          for (int facets : new int[] {0, 1, FACETS.size()}) {
            if (asked.name().contains(System.getProperty("benchmark.only", ""))) {
              compare(sides, asked, facets);
            }
          }
        }
        call(sides, all);
      }
    }
  }

  /** What is compared. */
  private record Sides(Archive archive, HandSearcher byHand, Sqlite sqlite) {}

  private static void compare(Sides sides, Asked asked, int facets) throws IOException {
    List<String> names = FACETS.subList(0, facets);
    Search ours = search(asked, names);
    long found = sides.archive().search(ours).total();
    long foundByHand = sides.byHand().search(asked.byHand(), names);
    if (found != foundByHand) {
      throw new IllegalStateException(asked + ": " + found + " is not " + foundByHand);
    }
    Operation mine = () -> sides.archive().search(ours);
    Operation byHand = () -> sides.byHand().search(asked.byHand(), names);
    Operation sqlite = () -> sides.sqlite().search(asked.match(), names);
    double[][] times = new double[asked.match().isEmpty() ? 2 : 3][SEARCHES];
    int repeated = 4;
    // Both sides are compiled before they are measured.
    for (double spent = 0; spent < WARM_UP_MILLISECONDS * 1e3; ) {
      spent += repeated * (micros(mine, repeated) + micros(byHand, repeated));
    }
    for (int i = 0; i < SEARCHES; i++) {
      times[0][i] = micros(mine, repeated);
      times[1][i] = micros(byHand, repeated);
      if (times.length == 3) {
        times[2][i] = micros(sqlite, 1);
      }
    }
    row(
        String.format(Locale.ROOT, "CPU \u00b5s: %s (%d), %d facets", asked.name(), found, facets),
        "%.0f",
        Stream.of(times).mapToDouble(SideBySide::median).toArray());
  }

  private static Search search(Asked asked, List<String> facets) {
    // What is written by hand does not highlight.
    Search.Builder search = Search.builder(asked.query()).highlight(false);
    for (String name : facets) {
      search.facet(
          name.equals("year")
              ? FacetRequest.by(Facet.PUBLISHED, DateLevel.YEAR)
              : FacetRequest.top(Facet.Standard.valueOf(name.toUpperCase(Locale.ROOT)), 10));
    }
    return search.build();
  }

  /** Lets several callers repeat all searches at the same time. */
  private static void call(Sides sides, List<Asked> all) {
    List<Operation> ours = new ArrayList<>();
    List<Operation> byHand = new ArrayList<>();
    for (Asked asked : all) {
      for (List<String> names : List.of(FACETS.subList(0, 0), FACETS)) {
        Search search = search(asked, names);
        ours.add(() -> sides.archive().search(search));
        byHand.add(() -> sides.byHand().search(asked.byHand(), names));
      }
    }
    for (int count : new int[] {1, 2, 4}) {
      double[][] rates = new double[2][WINDOWS];
      try (Callers callers = new Callers(count)) {
        for (int i = 0; i < WINDOWS; i++) {
          rates[0][i] = callers.perSecond(ours, WINDOW_MILLISECONDS);
          rates[1][i] = callers.perSecond(byHand, WINDOW_MILLISECONDS);
        }
      }
      row("searches a second, callers: " + count, "%.0f", median(rates[0]), median(rates[1]));
    }
  }

  /** {@return the CPU time of one run in microseconds, which other processes do not prolong} */
  private static double micros(Operation operation, int times) throws IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      operation.run();
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e3 / times;
  }

  /** Prints the values of the sides; each but the first is followed by the ratio of both. */
  private static void row(String name, String number, double... values) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-42s", name));
    for (int side = 0; side < values.length; side++) {
      row.append(
          String.format(Locale.ROOT, " %10s", String.format(Locale.ROOT, number, values[side])));
      if (side > 0) {
        row.append(String.format(Locale.ROOT, " %7.2f", values[0] / values[side]));
      }
    }
    OUT.println(row);
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
