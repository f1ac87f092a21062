package onrecord.report;

import java.util.List;
import java.util.Locale;

/** Draws the times of searches by the number of quotations, as other charts are drawn. */
public final class GrowthChart {

  private static final int WIDTH = 760;

  private GrowthChart() {}

  /**
   * The times of a search in milliseconds.
   *
   * @param name what is searched
   * @param archive the time of an archive
   * @param byHand the time of what it is compared with
   */
  public record Times(String name, double archive, double byHand) {}

  /**
   * What was measured of one archive.
   *
   * @param quotations the number of quotations
   * @param searches the times of searches, the same for each archive
   */
  public record Size(long quotations, List<Times> searches) {
    /** Copies the times. */
    public Size {
      searches = List.copyOf(searches);
    }
  }

  /**
   * {@return the image}
   *
   * @param sizes the archives, at least one, from the smallest to the largest
   */
  public static String svg(List<Size> sizes) {
    Size largest = sizes.getLast();
    Times first = largest.searches().getFirst();
    String title =
        String.format(
            Locale.ROOT,
            "%,d quotations are counted by four facets in %s of CPU time, by hand with Lucene in %s",
            largest.quotations(),
            milliseconds(first.archive()),
            milliseconds(first.byHand()));
    String description =
        "Lines show the CPU time of a search with four facets by the number of quotations in the"
            + " archive, in blue by Onrecord, in orange by an index written by hand. Both scales are"
            + " logarithmic.";
    Numbers numbers =
        new Numbers(
            List.of("Quotations", "Search", "Onrecord", "by hand"),
            sizes.stream()
                .flatMap(size -> size.searches().stream().map(times -> row(size, times)))
                .toList());
    return new Chart(title, description, numbers, new Curves(sizes)).svg(WIDTH);
  }

  private static List<String> row(Size size, Times times) {
    return List.of(
        Figures.count(size.quotations()),
        times.name(),
        milliseconds(times.archive()),
        milliseconds(times.byHand()));
  }

  /** {@return a time with two or three digits that count} */
  static String milliseconds(double time) {
    return String.format(Locale.ROOT, time < 10 ? "%.1f ms" : "%,.0f ms", time);
  }
}
