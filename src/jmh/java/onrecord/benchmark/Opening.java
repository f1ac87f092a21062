package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;

/** Compares the times to the first answers, and what remains in memory. Immutable. */
final class Opening {

  private static final Asked ALL = Asked.all().getFirst();

  private Opening() {}

  /** Prints the times to the first answers, and the memory. */
  static void compare(Path folder, int rounds) throws IOException {
    Table.head("Opening", Sides.NAMES.subList(0, 2));
    Table.rows(times(folder, rounds));
    Table.rows(List.of(memory(folder)));
  }

  /** {@return the times to the first answers, for which both sides take turns} */
  static List<Compared> times(Path folder, int rounds) throws IOException {
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
    return List.of(
        Compared.medians("CPU ms to the first answer", "%.1f", plain[0], plain[1]),
        Compared.medians("ms to the first answer", "%.1f", wall[0], wall[1]),
        Compared.medians(
            "CPU ms to the first answer with a facet", "%.1f", faceted[0], faceted[1]));
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

  /** {@return what remains in memory after all searches with facets} */
  static Compared memory(Path folder) throws IOException {
    // The first pass loads the classes.
    memoryOf(folder);
    return memoryOf(folder);
  }

  private static Compared memoryOf(Path folder) throws IOException {
    int facets = Asked.FACETS.size();
    long before = Heap.used();
    try (Archive archive = Archive.openReadOnly(Sides.of(folder, 0))) {
      for (Asked asked : Asked.all()) {
        archive.search(asked.search(facets, HandSearcher.PAGE));
      }
      long ofArchive = Heap.used() - before;
      try (HandSearcher searcher = new HandSearcher(Sides.of(folder, 1))) {
        for (Asked asked : Asked.all()) {
          searcher.search(asked.byHand(), Asked.FACETS, StockCounting.COUNTS);
        }
        double byHand = Heap.used() - before - ofArchive;
        return new Compared(
            "MB of heap after searches with facets", "%.2f", ofArchive / 1e6, byHand / 1e6);
      }
    }
  }
}
