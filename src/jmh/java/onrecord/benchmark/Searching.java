package onrecord.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import onrecord.Archive;
import onrecord.query.Search;

/** Compares the times of searches. Immutable. */
final class Searching {

  private static final int[] FACETS = {0, 1, Asked.FACETS.size()};

  /** The page of ten hits that is read after those before it, each by the place of the last hit. */
  private static final int LAST_PAGE = 100;

  private final Sides sides;

  Searching(Sides sides) {
    this.sides = sides;
  }

  /** Compares all searches, without and with facets. */
  void compare() throws IOException {
    Table.head("CPU microseconds of a search", Sides.NAMES);
    for (Asked asked : Asked.all()) {
      for (int facets : FACETS) {
        compare(asked, facets);
      }
    }
  }

  /** Compares one search with the fastest way in which Lucene counts facets, and with SQLite. */
  private void compare(Asked asked, int facets) throws IOException {
    List<String> names = Asked.FACETS.subList(0, facets);
    Search search = asked.search(facets, HandSearcher.PAGE);
    long found = requireSame(sides.archive(), sides.byHand(), asked, facets);
    List<StockCounting> ways = facets == 0 ? List.of(StockCounting.COUNTS) : StockCounting.ALL;
    List<Clock.Operation> operations = new ArrayList<>();
    operations.add(() -> sides.archive().search(search));
    for (StockCounting way : ways) {
      operations.add(() -> sides.byHand().search(asked.byHand(), names, way));
    }
    double[] medians = Clock.medians(operations.toArray(Clock.Operation[]::new));
    double[] stock = Arrays.copyOfRange(medians, 1, medians.length);
    double fastest = Arrays.stream(stock).min().orElseThrow();
    double sqlite = Clock.micros(() -> sides.sqlite().search(asked.sqlite(), names), 2);
    Table.row(
        String.format(Locale.ROOT, "%s (%d), facets: %d", asked.name(), found, facets),
        "%.0f",
        medians[0],
        fastest,
        sqlite);
    if (facets > 0) {
      Table.line(
          "    by hand, each way: %s",
          ways.stream()
              .map(way ->
                  String.format(
                      Locale.ROOT,
                      "%s %.0f",
                      way.name().toLowerCase(Locale.ROOT),
                      stock[way.ordinal()]))
              .toList());
    }
  }

  /** {@return the number of quotations that are found, by the archive and in every way by hand} */
  static long requireSame(Archive archive, HandSearcher searcher, Asked asked, int facets)
      throws IOException {
    long found = archive.search(asked.search(facets, HandSearcher.PAGE)).total();
    for (StockCounting way : StockCounting.ALL) {
      long byHand = searcher.search(asked.byHand(), Asked.FACETS.subList(0, facets), way);
      if (found != byHand) {
        throw new IllegalStateException(asked.name() + ": " + found + " is not " + byHand);
      }
    }
    return found;
  }

  /** Compares the first page with the hundredth. */
  void comparePages() throws IOException {
    Table.head("CPU microseconds of a page of ten", Sides.NAMES.subList(0, 2));
    for (Asked asked : Asked.all().subList(0, 2)) {
      Search first = asked.search(0, HandSearcher.PAGE);
      long hits = sides.archive().search(first).total();
      if (hits <= HandSearcher.PAGE * LAST_PAGE) {
        Table.line("%s: %d hits fill no %d pages", asked.name(), hits, LAST_PAGE);
        continue;
      }
      // All pages before are read as one, of which the next one is a page.
      Search before = asked.search(0, HandSearcher.PAGE * (LAST_PAGE - 1));
      String cursor = sides.archive().search(before).cursor().orElseThrow();
      Search last = Search.builder(first).cursor(cursor).build();
      Table.row(
          asked.name() + ", page 1",
          "%.0f",
          Clock.medians(
              () -> sides.archive().search(first),
              () -> sides.byHand().page(asked.byHand(), HandSearcher.PAGE)));
      Table.row(
          asked.name() + ", page " + LAST_PAGE,
          "%.0f",
          Clock.medians(
              () -> sides.archive().search(last),
              () -> sides.byHand().lastPage(asked.byHand(), LAST_PAGE)));
    }
  }
}
