package onrecord.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;

/**
 * Compares reading a file of articles, extracting their quotations and adding both to an archive,
 * as the command {@code index} does, with adding the same articles and quotations, which are ready,
 * to an index written by hand. Immutable.
 */
final class Indexing {

  private static final int MOST_ARTICLES = 6_000;

  /** The default of the command. */
  private static final int COMMIT_EVERY = 1_000;

  private final Path folder;
  private final Path file;
  private final List<ArticleRecord> ready;

  private Indexing(Path folder, Path file, List<ArticleRecord> ready) {
    this.folder = folder;
    this.file = file;
    this.ready = ready;
  }

  /** Runs both in turn, and deletes what they have written to a folder. */
  static void compare(Path folder, int rounds) throws IOException {
    Path file = folder.resolve("articles.jsonl");
    Extracting.write(file, Math.min(Settings.COUNT, MOST_ARTICLES));
    try (ArticleReader articles = ArticleReader.open(List.of(file))) {
      Extractor extractor = new Extractor();
      List<ArticleRecord> ready = articles.stream().map(each -> ready(each, extractor)).toList();
      new Indexing(folder, file, ready).compare(rounds);
    } finally {
      Files.delete(file);
    }
  }

  private static ArticleRecord ready(ArticleRecord read, Extractor extractor) {
    try {
      Article article = read.article();
      return ArticleRecord.of(read.source(), read.line(), article, extractor.extract(article));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(int rounds) throws IOException {
    double[][] cpu = new double[2][rounds];
    double[][] wall = new double[2][rounds];
    // The first round warms up.
    for (int round = -1; round < rounds; round++) {
      for (int side = 0; side < 2; side++) {
        Path target = folder.resolve("indexed");
        int indexed = side;
        Clock.Spent spent = Clock.spent(() -> index(indexed, target));
        Folder.delete(target);
        if (round >= 0) {
          cpu[side][round] = spent.cpu();
          wall[side][round] = spent.wall();
        }
      }
    }
    print(cpu, wall);
  }

  private void print(double[][] cpu, double[][] wall) {
    long quotations =
        ready.stream().mapToLong(each -> each.quotations().map(List::size).orElse(0)).sum();
    Table.head(
        "Indexing %d articles from a file, with %d quotations".formatted(ready.size(), quotations),
        List.of("Onrecord", "by hand, ready"));
    Table.row(
        "quotations a CPU second",
        "%.0f",
        quotations / Clock.median(cpu[0]),
        quotations / Clock.median(cpu[1]));
    Table.row(
        "quotations a second",
        "%.0f",
        quotations / Clock.median(wall[0]),
        quotations / Clock.median(wall[1]));
  }

  private void index(int side, Path target) throws IOException {
    if (side == 0) {
      indexFile(target);
    } else {
      HandWritten.index(target, ready.stream(), Settings.THREADS);
    }
  }

  private void indexFile(Path target) throws IOException {
    ArchiveOptions options =
        ArchiveOptions.builder().processors(Settings.THREADS).commitEvery(COMMIT_EVERY).build();
    try (Archive archive = Archive.open(target, options);
        ArticleReader articles = ArticleReader.open(List.of(file))) {
      AddReport report = archive.addAll(articles.stream());
      if (report.added() != ready.size()) {
        throw new IllegalStateException(report.toString());
      }
      archive.commit();
    }
  }
}
