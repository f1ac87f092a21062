package onrecord.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.source.ArticleRecord;

/** Compares how long adding takes and how large the result is. Immutable. */
final class Adding {

  /** The most articles that are generated once and held in memory. */
  private static final int HELD = 12_000;

  private final Path folder;
  private final Supplier<Stream<ArticleRecord>> articles;

  private Adding(Path folder, Supplier<Stream<ArticleRecord>> articles) {
    this.folder = folder;
    this.articles = articles;
  }

  /** What is added. */
  private record Amount(long articles, long quotations, long text) {
    static Amount of(ArticleRecord article) throws IOException {
      return new Amount(
          1,
          article.quotations().orElseThrow().size(),
          article.article().text().getBytes(StandardCharsets.UTF_8).length);
    }

    Amount plus(Amount other) {
      return new Amount(
          articles + other.articles, quotations + other.quotations, text + other.text);
    }
  }

  /** Adds articles to each side in turn, and leaves the results of the last round in a folder. */
  static void run(Path folder, int count, int rounds) throws IOException {
    Adding adding;
    if (count <= HELD) {
      var held = MadeArticles.first(count).toList();
      adding = new Adding(folder, held::stream);
    } else {
      adding = new Adding(folder, () -> MadeArticles.first(count));
      Clock.Spent made = Clock.spent(() -> MadeArticles.first(count).forEach(article -> {}));
      Table.line("articles are generated as they are added, which takes %.1f CPU s", made.cpu());
    }
    adding.compare(rounds);
  }

  private void compare(int rounds) throws IOException {
    Amount all = new Amount(0, 0, 0);
    for (ArticleRecord article : (Iterable<ArticleRecord>) articles.get()::iterator) {
      all = all.plus(Amount.of(article));
    }
    Table.line(
        "%d articles with %d quotations, %.1f MB of text; %d processors",
        all.articles(), all.quotations(), all.text() / 1e6, Settings.THREADS);
    int sides = Sides.NAMES.size();
    double[][] cpu = new double[sides][rounds];
    double[][] wall = new double[sides][rounds];
    // The first of several rounds warms up.
    for (int round = rounds == 1 ? 0 : -1; round < rounds; round++) {
      for (int side = 0; side < sides; side++) {
        Path target = Sides.of(folder, side);
        Folder.delete(target);
        int added = side;
        Clock.Spent spent = Clock.spent(() -> add(added, target));
        if (round >= 0) {
          cpu[side][round] = spent.cpu();
          wall[side][round] = spent.wall();
        }
      }
    }
    double[] speed = new double[sides];
    double[] perSecond = new double[sides];
    double[] bytes = new double[sides];
    double[] times = new double[sides];
    for (int side = 0; side < sides; side++) {
      speed[side] = all.quotations() / Clock.median(cpu[side]);
      perSecond[side] = all.quotations() / Clock.median(wall[side]);
      bytes[side] = (double) Folder.size(Sides.of(folder, side)) / all.quotations();
      times[side] = bytes[side] * all.quotations() / all.text();
    }
    Table.head("Adding", Sides.NAMES);
    Table.row("quotations added a CPU second", "%.0f", speed);
    Table.row("quotations added a second", "%.0f", perSecond);
    Table.row("bytes a quotation", "%.0f", bytes);
    Table.row("size, times the text", "%.2f", times);
    Table.row("segments", "%.0f", Changing.segments(folder, 0), Changing.segments(folder, 1));
  }

  private void add(int side, Path target) throws IOException {
    switch (side) {
      case 0 -> addToArchive(target);
      case 1 -> HandWritten.index(target, articles.get(), Settings.THREADS);
      default -> Sqlite.index(target, articles.get());
    }
  }

  private void addToArchive(Path target) throws IOException {
    ArchiveOptions options = ArchiveOptions.builder().processors(Settings.THREADS).build();
    try (Archive archive = Archive.open(target, options)) {
      AddReport report = archive.addAll(articles.get());
      if (report.rejected() > 0) {
        throw new IllegalStateException(report.toString());
      }
    }
  }
}
