package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.query.Search;
import onrecord.source.ArticleRecord;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Compares what a refresh costs while articles are added to copies of the sides. Immutable. */
final class Refreshing {

  private static final int ARTICLES = 50;
  private static final int FACETS = 1;
  private static final Asked ALL = Asked.all().getFirst();

  private Refreshing() {}

  /** The CPU times of the steps of each round in milliseconds. */
  private record Times(double[] refresh, double[] answer, double[] counts) {
    static Times of(int rounds) {
      return new Times(new double[rounds], new double[rounds], new double[rounds]);
    }

    void run(int round, Clock.Operation refreshing, Clock.Operation plain, Clock.Operation faceted)
        throws IOException {
      double refreshed = Clock.micros(refreshing, 1) / 1e3;
      double answered = Clock.micros(plain, 1) / 1e3;
      double counted = Clock.micros(faceted, 1) / 1e3;
      if (round >= 0) {
        refresh[round] = refreshed;
        answer[round] = answered;
        counts[round] = counted;
      }
    }
  }

  /** Prints what a refresh and the searches after it cost. */
  static void compare(Path folder, int rounds) throws IOException {
    List<Compared> rows = times(folder, rounds);
    Table.head("Refreshing after " + ARTICLES + " more articles", Sides.NAMES.subList(0, 2));
    Table.rows(rows);
  }

  /** {@return the times of rounds of adding some articles, refreshing, and searching, in turn} */
  static List<Compared> times(Path folder, int rounds) throws IOException {
    Path copies = Files.createTempDirectory(folder, "refreshing");
    try {
      Folder.link(Sides.of(folder, 0), Sides.of(copies, 0));
      Folder.link(Sides.of(folder, 1), Sides.of(copies, 1));
      Times ours = Times.of(rounds);
      Times byHand = Times.of(rounds);
      // Changes become visible when they are asked for.
      ArchiveOptions options = ArchiveOptions.builder().refreshEvery(Duration.ZERO).build();
      try (Archive archive = Archive.open(Sides.of(copies, 0), options);
          Directory directory = FSDirectory.open(Sides.of(copies, 1));
          IndexWriter writer =
              new IndexWriter(directory, new IndexWriterConfig(HandWritten.analyzer()))) {
        refreshBoth(archive, writer, ours, byHand);
      }
      return List.of(
          Compared.medians("CPU ms of a refresh", "%.1f", ours.refresh(), byHand.refresh()),
          Compared.medians("CPU ms of the next search", "%.1f", ours.answer(), byHand.answer()),
          Compared.medians(
              "CPU ms of the next search with a facet", "%.1f", ours.counts(), byHand.counts()));
    } finally {
      Folder.delete(copies);
    }
  }

  private static void refreshBoth(Archive archive, IndexWriter writer, Times ours, Times byHand)
      throws IOException {
    int rounds = ours.refresh().length;
    Search plain = ALL.search(0, HandSearcher.PAGE);
    Search faceted = ALL.search(FACETS, HandSearcher.PAGE);
    List<String> names = Asked.FACETS.subList(0, FACETS);
    HandSearcher searcher = new HandSearcher(writer);
    try {
      for (int round = -2; round < rounds; round++) {
        int first = 1_000_000_000 + (round + 2) * ARTICLES;
        if (archive.addAll(articles(first)).added() != ARTICLES) {
          throw new IllegalStateException("not all articles were added");
        }
        for (ArticleRecord article : articles(first).toList()) {
          HandWritten.add(writer, article);
        }
        ours.run(
            round, archive::refresh, () -> archive.search(plain), () -> archive.search(faceted));
        HandSearcher older = searcher;
        HandSearcher[] newer = new HandSearcher[1];
        byHand.run(
            round,
            () -> newer[0] = older.refreshed(),
            () -> newer[0].search(ALL.byHand(), List.of(), StockCounting.COUNTS),
            () -> newer[0].search(ALL.byHand(), names, StockCounting.COUNTS));
        searcher = newer[0];
        older.close();
      }
    } finally {
      searcher.close();
    }
  }

  private static Stream<ArticleRecord> articles(int first) {
    return IntStream.range(first, first + ARTICLES).mapToObj(MadeArticles::article);
  }
}
