package onrecord.benchmark;

import java.util.ArrayList;
import java.util.List;
import onrecord.query.Search;

/** Compares how many searches several callers complete at the same time. Immutable. */
final class Calling {

  private static final int[] CALLERS = {1, 2, 4, 8};
  private static final int WINDOWS = 7;
  private static final long WINDOW_MILLISECONDS = 400;

  private Calling() {}

  /** Lets callers repeat all searches, without and with facets. */
  static void compare(Sides sides) {
    List<Clock.Operation> ours = new ArrayList<>();
    List<Clock.Operation> byHand = new ArrayList<>();
    for (Asked asked : Asked.all()) {
      for (int facets : new int[] {0, Asked.FACETS.size()}) {
        Search search = asked.search(facets, HandSearcher.PAGE);
        List<String> names = Asked.FACETS.subList(0, facets);
        ours.add(() -> sides.archive().search(search));
        byHand.add(() -> sides.byHand().search(asked.byHand(), names, StockCounting.COUNTS));
      }
    }
    Table.head("Searches a second", Sides.NAMES.subList(0, 2));
    for (int count : CALLERS) {
      double[][] rates = new double[2][WINDOWS];
      try (Callers callers = new Callers(count)) {
        for (int i = 0; i < WINDOWS; i++) {
          rates[0][i] = callers.perSecond(ours, WINDOW_MILLISECONDS);
          rates[1][i] = callers.perSecond(byHand, WINDOW_MILLISECONDS);
        }
      }
      Table.row("callers: " + count, "%.0f", Clock.median(rates[0]), Clock.median(rates[1]));
    }
  }
}
