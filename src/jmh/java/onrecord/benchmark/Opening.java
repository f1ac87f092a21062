package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;

/** Compares the times to the first answers, and what remains in memory. Immutable. */
final class Opening {

  private static final Asked ALL = Asked.all().getFirst();

  private Opening() {}

  /** Opens and searches each side in turn. */
  static void compare(Path folder, int rounds) throws IOException {
    double[][] plain = new double[2][rounds];
    double[][] faceted = new double[2][rounds];
    double[][] wall = new double[2][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int side = 0; side < 2; side++) {
        int opened = side;
        long begin = System.nanoTime();
        double first = Clock.micros(() -> open(folder, opened, 0), 1);
        long end = System.nanoTime();
        double counted = Clock.micros(() -> open(folder, opened, 1), 1);
        if (round >= 0) {
          plain[side][round] = first / 1e3;
          faceted[side][round] = counted / 1e3;
          wall[side][round] = (end - begin) / 1e6;
        }
      }
    }
    Table.head("Opening", Sides.NAMES.subList(0, 2));
    row("CPU ms to the first answer", plain);
    row("ms to the first answer", wall);
    row("CPU ms to the first answer with a facet", faceted);
    compareMemory(folder);
  }

  private static void row(String name, double[][] times) {
    Table.row(name, "%.1f", Clock.median(times[0]), Clock.median(times[1]));
  }

  private static void open(Path folder, int side, int facets) throws IOException {
    if (side == 0) {
      try (Archive archive = Archive.openReadOnly(Sides.of(folder, side))) {
        archive.search(ALL.search(facets, HandSearcher.PAGE));
      }
    } else {
      List<String> names = Asked.FACETS.subList(0, facets);
      try (HandSearcher searcher = new HandSearcher(Sides.of(folder, side))) {
        searcher.search(ALL.byHand(), names, StockCounting.COUNTS);
      }
    }
  }

  private static void compareMemory(Path folder) throws IOException {
    long before = Heap.used();
    int facets = Asked.FACETS.size();
    try (Archive archive = Archive.openReadOnly(Sides.of(folder, 0))) {
      archive.search(ALL.search(facets, HandSearcher.PAGE));
      long ofArchive = Heap.used() - before;
      try (HandSearcher searcher = new HandSearcher(Sides.of(folder, 1))) {
        searcher.search(ALL.byHand(), Asked.FACETS, StockCounting.COUNTS);
        double byHand = Heap.used() - before - ofArchive;
        Table.row("MB of heap after a search with facets", "%.2f", ofArchive / 1e6, byHand / 1e6);
      }
    }
  }
}
