package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import onrecord.Archive;
import onrecord.query.Search;

/**
 * What was measured of one archive and of the index written by hand beside it. Immutable.
 *
 * @param quotations the number of quotations
 * @param searches the times of searches with all facets, in microseconds
 * @param all all values
 */
record Grown(long quotations, List<Compared> searches, List<Compared> all) {

  /** The searches whose growth is shown; the places in {@link Asked#all}. */
  private static final List<Integer> SHOWN = List.of(0, 1, 2);

  private static final double PERCENTILE = 0.99;

  Grown {
    searches = List.copyOf(searches);
    all = List.copyOf(all);
  }

  /** Measures what {@link SideBySide} has written to a folder. */
  static Grown measure(Path folder) throws IOException {
    long quotations = quotations(folder);
    List<Compared> all = new ArrayList<>();
    all.add(
        new Compared(
            "bytes a quotation",
            "%.0f",
            bytes(folder, 0) / quotations,
            bytes(folder, 1) / quotations));
    all.add(
        new Compared(
            "segments", "%.0f", Changing.segments(folder, 0), Changing.segments(folder, 1)));
    all.addAll(Opening.times(folder, Settings.ROUNDS));
    all.add(Opening.memory(folder));
    List<Compared> faceted = new ArrayList<>();
    try (Archive archive = Archive.openReadOnly(Sides.of(folder, 0));
        HandSearcher byHand = new HandSearcher(Sides.of(folder, 1))) {
      for (int place : SHOWN) {
        Asked asked = Asked.all().get(place);
        all.add(cpu(archive, byHand, asked, 0));
        Compared withFacets = cpu(archive, byHand, asked, Asked.FACETS.size());
        all.add(withFacets);
        faceted.add(withFacets);
      }
      all.add(percentile("ms of broad searches", archive, byHand, Asked.broad()));
      all.add(percentile("ms of selective searches", archive, byHand, Asked.selective()));
    }
    all.addAll(Refreshing.times(folder, Settings.ROUNDS));
    return new Grown(quotations, faceted, all);
  }

  private static long quotations(Path folder) throws IOException {
    try (Archive archive = Archive.openReadOnly(Sides.of(folder, 0))) {
      return archive.info().quotations();
    }
  }

  private static double bytes(Path folder, int side) throws IOException {
    return Folder.size(Sides.of(folder, side));
  }

  /** {@return the CPU times of a search, by hand in the fastest way to count facets} */
  private static Compared cpu(Archive archive, HandSearcher byHand, Asked asked, int facets)
      throws IOException {
    List<Clock.Operation> operations = operations(archive, byHand, asked, facets);
    Searching.requireSame(archive, byHand, asked, facets);
    double[] medians = Clock.medians(operations.toArray(Clock.Operation[]::new));
    return new Compared(
        String.format(Locale.ROOT, "CPU µs of a search: %s, facets: %d", asked.name(), facets),
        "%.0f",
        medians[0],
        Arrays.stream(medians, 1, medians.length).min().orElseThrow());
  }

  /** {@return the search of the archive, followed by each way to count facets by hand} */
  private static List<Clock.Operation> operations(
      Archive archive, HandSearcher byHand, Asked asked, int facets) {
    Search search = asked.search(facets, HandSearcher.PAGE);
    List<String> names = Asked.FACETS.subList(0, facets);
    List<Clock.Operation> operations = new ArrayList<>();
    operations.add(() -> archive.search(search));
    for (StockCounting way : facets == 0 ? List.of(StockCounting.COUNTS) : StockCounting.ALL) {
      operations.add(() -> byHand.search(asked.byHand(), names, way));
    }
    return operations;
  }

  /** {@return the time within which all but one of a hundred searches with facets are answered} */
  private static Compared percentile(
      String name, Archive archive, HandSearcher byHand, List<Asked> searches) throws IOException {
    int ways = 1 + StockCounting.ALL.size();
    double[][] times = new double[ways][searches.size() * Settings.SEARCHES];
    for (int i = 0; i < searches.size(); i++) {
      List<Clock.Operation> operations =
          operations(archive, byHand, searches.get(i), Asked.FACETS.size());
      for (int run = -2; run < Settings.SEARCHES; run++) {
        for (int way = 0; way < ways; way++) {
          double seconds = Clock.spent(operations.get(way)).wall();
          if (run >= 0) {
            times[way][i * Settings.SEARCHES + run] = seconds * 1e3;
          }
        }
      }
    }
    double[] slowest = Arrays.stream(times).mapToDouble(Grown::percentile).toArray();
    return new Compared(
        "99th percentile, " + name,
        "%.1f",
        slowest[0],
        Arrays.stream(slowest, 1, ways).min().orElseThrow());
  }

  private static double percentile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(PERCENTILE * sorted.length) - 1];
  }
}
